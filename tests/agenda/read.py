"""A real reader of calendars opens the agendas that Paliers makes: FOLDER holds avant.ics and apres.ics (examples/agenda.rs)."""

import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from icalendar import Calendar

HOSTILE = "Prêter, réparer; recycler\\\nEND:VEVENT « l’été » 👩🏽‍🏫 " * 3


def events(name):
    """The events of a file by UID."""
    raw = (Path(sys.argv[1]) / name).read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "lines are folded"
    calendars = Calendar.from_ical(raw, multiple=True)
    assert len(calendars) == 1, "one calendar"
    calendar = calendars[0]
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    # Not of the standard: the reader hands it over as it is written.
    assert calendar["X-WR-CALNAME"] == "Plan d’action\u00a0: Collège des Œillets\\; annexe\\, bâtiment B", calendar["X-WR-CALNAME"]
    found = calendar.walk("VEVENT")
    assert not any(event.errors for event in found), "each property reads"
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found), "each name once"
    return by_uid


before, after = events("avant.ics"), events("apres.ics")

# Undated actions stay out; the rest keep their names from one file to the next.
items = ("jour", "texte", "moment", "fait", "non-retenu", "reunion.m", "exercice.continuite")
names = {f"{item}.essai@paliers" for item in items}
assert set(before) == names and set(after) == names, set(before) ^ names

for event in before.values():
    begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert type(begins) is date and ends - begins == timedelta(days=1), "a whole day"
    assert event["TRANSP"] == "TRANSPARENT", "nobody is busy"
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 25, 16, 5, tzinfo=timezone.utc)

day = "jour.essai@paliers"
assert before[day].decoded("DTSTART") == date(2026, 12, 31) and after[day].decoded("DTSTART") == date(2027, 2, 5)
assert (before[day]["SEQUENCE"], after[day]["SEQUENCE"]) == (3, 4), "a moved date raises SEQUENCE"
met = "reunion.m.essai@paliers"
assert before[met].decoded("DTSTART") == date(2027, 1, 14) and after[met].decoded("DTSTART") == date(2027, 1, 21)
assert (before[met]["SEQUENCE"], after[met]["SEQUENCE"]) == (1, 2), "so does the next meeting"
drill = "exercice.continuite.essai@paliers"
assert before[drill].decoded("DTSTART") == date(2027, 3, 9) and after[drill].decoded("DTSTART") == date(2027, 3, 16)
assert (before[drill]["SEQUENCE"], after[drill]["SEQUENCE"]) == (0, 1), "and a drill"
for name in names - {day, met, drill}:
    assert before[name]["SEQUENCE"] == after[name]["SEQUENCE"], "what has not moved has not changed"

text = before["texte.essai@paliers"]
assert text["SUMMARY"] == HOSTILE.strip(), text["SUMMARY"]
assert HOSTILE.strip() in text["DESCRIPTION"], text["DESCRIPTION"]
assert text.decoded("DTEND") == date(2028, 3, 1)
assert before["fait.essai@paliers"]["SUMMARY"] == "Fait\u00a0: Compter les postes"
assert before["non-retenu.essai@paliers"]["STATUS"] == "CANCELLED"
print(f"agenda: {len(names)} events read, a moved date keeps its name and raises SEQUENCE")
