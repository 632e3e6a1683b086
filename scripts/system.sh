#!/bin/sh
# System (系统依赖): what the tests drive for real — Chromium, LibreOffice, pdftoppm, a CJK font and PostgreSQL.
# Ubuntu's Chromium is a snap, which lives in a world of its own and cannot be driven: there Playwright brings one along.
set -eu
cd "$(dirname "$0")/.."
missing=
have() { command -v "$1" >/dev/null 2>&1; }
is_ubuntu() { grep -qx 'ID=ubuntu' /etc/os-release 2>/dev/null; }
own_browser=
if is_ubuntu && ! have google-chrome; then
    own_browser=yes
elif ! have chromium && ! have chromium-browser && ! have google-chrome; then
    missing="$missing chromium"
fi
have soffice || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
have pdftoppm || missing="$missing poppler-utils"
# Only its programs are wanted: the tests start a server of their own, and whatever service runs here stays as it is.
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || have initdb || missing="$missing postgresql"
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fonts-noto-cjk fontconfig"
if [ -n "$missing" ]; then
    echo "测试需要真实的浏览器、办公软件、数据库和中文字体，正在安装：$missing  (Installing what the tests drive.)" >&2
    # shellcheck disable=SC2086 - a list of package names
    sh scripts/packages.sh $missing
fi
if [ -n "$own_browser" ]; then
    echo "正在取来 Playwright 的 Chromium……  Fetching the Chromium of Playwright" >&2
    .venv/bin/python -m playwright install --with-deps chromium >&2
fi
mkdir -p .setup
touch .setup/system
