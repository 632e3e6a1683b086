#!/bin/sh
# Set-up (安装): a virtual environment with the locked requirements and this project in it.
# usage: scripts/setup.sh office|dev|benchmark   (benchmark has an environment of its own, with the peers in it)
set -eu
kind=$1
cd "$(dirname "$0")/.."
venv=.venv
lock=requirements/$kind.txt
if [ "$kind" = benchmark ]; then
    venv=.venv-benchmark
    lock=benchmarks/requirements.txt
fi

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        echo "$candidate"
        return
    done
}

python=$(find_python)
if [ -z "$python" ] || ! "$python" -c 'import ensurepip' 2>/dev/null; then
    say "正在安装 Python 3 和 venv……  Installing Python 3 with venv"
    sh scripts/packages.sh python3 python3-venv
    python=$(find_python)
fi
if [ -z "$python" ]; then
    say "需要 Python 3.11 或更高版本；本系统的软件源里没有，请先安装后再试（可用 PYTHON=路径 指定）。"
    say "Python 3.11 or newer is needed and this system's packages have none; install one, or name it with PYTHON=path."
    exit 1
fi

# One that was moved with its folder, or left half made, does not run: it is made anew.
"$venv/bin/pip" --version >/dev/null 2>&1 || "$python" -m venv --clear "$venv"
say "正在安装锁定的依赖……  Installing the locked requirements ($kind)"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
# The way to the source from site-packages, without the folder's name: Python reads this file in the encoding of the
# locale and would not start where the name is Chinese and the locale C or GBK.
echo ../../../../src | tee "$venv"/lib/python3*/site-packages/_editable_impl_taizhang.pth >/dev/null
mkdir -p .setup
pwd >.setup/place
touch ".setup/$kind"
