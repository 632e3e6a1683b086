#!/bin/sh
# Packages (系统软件包): install what is named with apt, as root or by sudo; elsewhere say what to install.
set -eu
if ! command -v apt-get >/dev/null 2>&1; then
    echo "请用本系统的软件包管理器安装：$*  (Please install with this system's package manager.)" >&2
    exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "需要管理员权限安装：$*  (Root is needed to install these.)" >&2; exit 1; }
    sudo=sudo
fi
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
