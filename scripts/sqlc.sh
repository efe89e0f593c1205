#!/bin/sh
# Turns the statements under internal/store/queries into typed Go. An installed
# sqlc of this version is used where there is one; else it is built first,
# which takes minutes.
set -eu
cd "$(dirname "$0")/../internal/store/queries"
version=v1.31.1
sqlc="$(go env GOPATH)/bin/sqlc"
rm -f ../sqlstore/query/*.go
if [ -x "$sqlc" ] && [ "$("$sqlc" version)" = "$version" ]; then
	exec "$sqlc" generate
fi
CGO_ENABLED=0 exec go run "github.com/sqlc-dev/sqlc/cmd/sqlc@$version" generate
