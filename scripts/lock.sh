#!/bin/sh
# Lock (锁定依赖): compile pyproject.toml into hashed requirement files, none of which names a registry.
# Releases younger than three weeks are left out: time for a bad one to be withdrawn. Needs uv.
set -eu
cd "$(dirname "$0")/.."
compile() {
    uv pip compile "$@" requirements/build.in --universal --python-version 3.11 --generate-hashes --upgrade \
        --exclude-newer "$before" --no-emit-index-url --no-annotate --no-header --quiet
}

before=$(date -u -d '21 days ago' +%Y-%m-%d)
compile pyproject.toml -o requirements/core.txt
compile pyproject.toml --extra office -o requirements/office.txt
compile pyproject.toml --extra dev -o requirements/dev.txt
compile benchmarks/requirements.in -o benchmarks/requirements.txt
