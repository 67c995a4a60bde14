# Everything a contributor or a continuous integration runs. Each tool is installed once, outside the checkout.
export PATH := $(shell scripts/tools.sh path):$(PATH)
WASM := --target wasm32-unknown-unknown

.PHONY: help serve test dist bench check native documents-check agenda-check observatory-check e2e budgets
help: ## says what each command does
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

serve: ## installs what is missing (about 15 minutes the first time), then serves http://127.0.0.1:8080/
	@scripts/tools.sh build
	@echo "Paliers sera servi sur http://127.0.0.1:8080/ (première compilation : quelques minutes)."
	trunk serve --release --dist target/serve

test: ## installs what is missing, then runs everything continuous integration runs
	@scripts/tools.sh test
	$(MAKE) --no-print-directory check native documents-check agenda-check observatory-check dist budgets e2e

check:
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet $(WASM) --lib --bin paliers --bin documents -- -D warnings
	cargo run --quiet --bin content -- check

native:
	cargo test --quiet

documents-check: ## opens the documents we make with LibreOffice, pdftotext and the Nu HTML checker
	@scripts/tools.sh documents
	cargo run --quiet --bin content -- build target/documents/content
	cargo run --quiet --example documents -- target/documents/content/frameworks/egn-2020.json target/documents/made
	node --test tests/exports/*.test.mjs

agenda-check: ## opens the agenda we make with Python’s icalendar
	@scripts/tools.sh agenda
	cargo run --quiet --bin content -- build target/documents/content
	cargo run --quiet --example agenda -- target/documents/content/frameworks/egn-2020.json target/agenda
	$$(scripts/tools.sh python agenda) tests/agenda/read.py target/agenda

observatory-check: ## has DuckDB compute the medians of our tidy table
	@scripts/tools.sh observatory
	cargo run --quiet --bin content -- build target/documents/content
	cargo run --quiet --example observatory -- target/documents/content/frameworks/egn-2020.json target/observatory
	$$(scripts/tools.sh python observatory) tests/observatory/read.py target/observatory public/schemas/paliers-lignes.schema.json

dist: ## builds the static folder dist/
	@scripts/tools.sh build
	trunk build --release --dist dist
	cargo run --quiet --bin content -- finish dist

budgets:
	node tests/e2e/budgets.mjs

e2e:
	node --test --test-concurrency=1 tests/e2e/*.test.mjs

bench: dist ## prints weights, times and ratios against a peer page
	@scripts/tools.sh bench
	node tests/bench/bench.mjs
	node tests/bench/group.mjs
	node tests/bench/edits.mjs
	cargo run --quiet --release --example scoring_cost
