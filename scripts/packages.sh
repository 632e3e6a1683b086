#!/bin/sh
# Packages (系统软件包): install what is named with apt, as root or by sudo; elsewhere say what to install.
set -eu
if ! command -v apt-get >/dev/null 2>&1; then
    echo "请用本系统的软件包管理器安装：$*  (Please install with this system's package manager.)" >&2
    exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "请管理员先运行：apt-get install $*  (Root is needed: have the administrator run this first.)" >&2
        exit 1
    }
    sudo=sudo
fi
$sudo apt-get update -qq
# by env, because sudo lets no variable through; without it a package could stop to ask a question
$sudo env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
