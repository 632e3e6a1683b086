#!/bin/sh
# System (系统依赖): what the tests drive for real — Chromium, LibreOffice, pdftoppm and a CJK font.
set -eu
cd "$(dirname "$0")/.."
missing=
have() { command -v "$1" >/dev/null 2>&1; }
have chromium || have chromium-browser || have google-chrome || missing="$missing chromium"
have soffice || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
have pdftoppm || missing="$missing poppler-utils"
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fonts-noto-cjk fontconfig"
if [ -n "$missing" ]; then
    echo "测试需要真实的浏览器、办公软件和中文字体，正在安装：$missing  (Installing what the tests drive.)" >&2
    # shellcheck disable=SC2086 - a list of package names
    sh scripts/packages.sh $missing
fi
mkdir -p .setup
touch .setup/system
