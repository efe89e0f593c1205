#!/bin/sh
# Fetches axe-core, with which tests look for what keeps people out of a page,
# into internal/web/testdata/axe, with its licence. It is test data: nothing
# of it is in the binary. To upgrade, change version and integrity together.
set -eu
version=4.14.1
integrity=sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==
cd "$(dirname "$0")/.."
to=$PWD/internal/web/testdata/axe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(
	cd "$work"
	npm pack --silent "axe-core@$version" >/dev/null
	got=sha512-$(openssl dgst -sha512 -binary "axe-core-$version.tgz" | openssl base64 -A)
	if [ "$got" != "$integrity" ]; then
		echo "axe-core $version is not what it was: $got" >&2
		exit 1
	fi
	tar -xzf "axe-core-$version.tgz" package/axe.min.js package/LICENSE
)
mkdir -p "$to"
cp "$work/package/axe.min.js" "$work/package/LICENSE" "$to/"
chmod 644 "$to"/*
(cd "$to" && sha256sum axe.min.js >SHA256SUMS)
cat >"$to/README.md" <<TEXT
axe-core $version, https://www.npmjs.com/package/axe-core, Mozilla Public License 2.0 (see LICENSE).
Used by tests alone. Written by scripts/vendor-axe.sh; SHA256SUMS says what it wrote.
TEXT
