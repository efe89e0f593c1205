#!/bin/sh
# Turns the statements under internal/store/queries into typed Go. Needs sqlc
# v1.31.1: CGO_ENABLED=0 go install github.com/sqlc-dev/sqlc/cmd/sqlc@v1.31.1
set -eu
cd "$(dirname "$0")/../internal/store/queries"
PATH="$PATH:$(go env GOPATH)/bin"
command -v sqlc >/dev/null || {
	echo "sqlc.sh: sqlc not found; install it with: CGO_ENABLED=0 go install github.com/sqlc-dev/sqlc/cmd/sqlc@v1.31.1" >&2
	exit 3
}
rm -f ../sqlstore/query/*.go
exec sqlc generate
