# What there is to do with this tree. It needs Go, Git and make; `make test`
# installs what else the tests need, or says what is missing.

GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Packages in which goroutines share something: the race detector looks at
# these on every run, and at everything in `make long`.
RACE = $(shell cat scripts/race.txt)

.PHONY: help build demo test race long lint format vet staticcheck generate drift bench score pictures clean

help: ## list what there is to do
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

build: ## bin/rung: one static file
	@CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o bin/rung ./cmd/rung

demo: build ## the example company in a browser
	@bin/rung demo

test: ## everything but the race detector; ends with a count
	@scripts/needs.sh
	@$(GO) build -o bin/testsum ./scripts/testsum
	@$(GO) test -json -timeout 20m ./... 2>&1 | bin/testsum

race: ## the race detector where goroutines share something
	@CGO_ENABLED=1 $(GO) test -race -timeout 20m $(RACE)

long: ## fuzzing, long property runs and the race detector everywhere
	@scripts/needs.sh
	@scripts/fuzz.sh 60s
	@RUNG_LONG=1 RAPID_CHECKS=2000 $(GO) test -count=1 -timeout 60m ./...
	@CGO_ENABLED=1 $(GO) test -race -count=1 -timeout 60m ./...

lint: format vet staticcheck ## gofmt, go vet and staticcheck

format:
	@bad=$$(git ls-files '*.go' | xargs gofmt -l) && if [ -n "$$bad" ]; then echo "not gofmt'ed:"; echo "$$bad"; exit 1; fi

vet:
	@$(GO) vet ./...

staticcheck:
	@$(GO) run $(STATICCHECK) ./...

pictures: build ## the pictures of the README, from the running program
	@$(GO) run ./scripts/pictures

generate: ## templates and queries turned into Go
	@scripts/templ.sh
	@scripts/sqlc.sh

drift: ## generated files are what their sources say
	@scripts/drift.sh

bench: ## how fast the parts are
	@$(GO) test -run '^$$' -bench . -benchmem ./...

score: build ## exported frameworks against counted ones, where those are at hand
	@scripts/score.sh

clean: ## what was built
	@rm -rf bin coverage
