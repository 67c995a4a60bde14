"""DuckDB reads the tidy table as an observatory would, and finds the medians of the rules: FOLDER holds lignes.csv and medians.txt (examples/observatory.rs)."""

import json
import sys
from pathlib import Path

import duckdb

folder, schema = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
TYPES = {"string": "VARCHAR", "integer": "INTEGER", "date": "DATE", "boolean": "BOOLEAN"}
columns = {field["name"]: TYPES[field["type"]] for field in schema["fields"]}
lines = f"read_csv('{folder / 'lignes.csv'}', delim=';', header=true, columns={columns})"

names = [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM read_csv('{folder / 'lignes.csv'}', delim=';', header=true)").fetchall()]
assert names == list(columns), names
key = ", ".join(schema["primaryKey"])
total, different = duckdb.sql(f"SELECT count(*), count(DISTINCT ({key})) FROM {lines}").fetchone()
assert total == different > 10_000, (total, different)
for field in schema["fields"]:
    allowed = field.get("constraints", {}).get("enum")
    if allowed:
        found = {row[0] for row in duckdb.sql(f"SELECT DISTINCT {field['name']} FROM {lines} WHERE {field['name']} IS NOT NULL").fetchall()}
        assert found <= set(allowed), (field["name"], found)
assert duckdb.sql(f"SELECT count(*) FROM {lines} WHERE (answer = 'level') <> (level IS NOT NULL)").fetchone()[0] == 0
assert duckdb.sql(f"SELECT count(DISTINCT school) FROM {lines}").fetchone()[0] == 500
# The lower median, as the rules have it.
found = duckdb.sql(f"""
    SELECT criterion, count(level), quantile_disc(level, 0.5) FROM {lines}
    WHERE latest = 1 AND level IS NOT NULL GROUP BY criterion HAVING count(level) >= 5
""").fetchall()
expected = [line.split(" ") for line in (folder / "medians.txt").read_text().splitlines()]
expected = {criterion: (int(schools), int(median)) for criterion, schools, median in expected}
assert {criterion: (schools, median) for criterion, schools, median in found} == expected, "the medians differ"
print(f"DuckDB {duckdb.__version__}: {total} lines, {len(expected)} medians as the rules have them")
