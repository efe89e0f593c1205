#!/bin/sh
# Writes the Go code of all templates anew. The version is the one in go.mod,
# so that generator and library agree; an installed templ of that version is
# used where there is one, since it needs no network.
set -eu
cd "$(dirname "$0")/.."
version=v0.3.977
templ="$(go env GOPATH)/bin/templ"
if [ -x "$templ" ] && [ "$("$templ" version)" = "$version" ]; then
	exec "$templ" generate -path internal/pages
fi
exec go run "github.com/a-h/templ/cmd/templ@$version" generate -path internal/pages
