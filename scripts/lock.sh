#!/bin/sh
# Lock (锁定依赖): compile pyproject.toml into hashed requirement files, none of which names a registry.
# Releases younger than three weeks are left out: time for a bad one to be withdrawn. Needs uv.
set -eu
cd "$(dirname "$0")/.."
before=$(date -u -d '21 days ago' +%Y-%m-%d)
for kind in core office dev; do
    extra=
    [ "$kind" = core ] || extra="--extra $kind"
    # shellcheck disable=SC2086 - nothing, or an option with its value
    uv pip compile pyproject.toml $extra --universal --python-version 3.11 --generate-hashes --upgrade \
        --exclude-newer "$before" --no-emit-index-url --no-annotate --no-header --quiet -o "requirements/$kind.txt"
done
