#!/bin/sh
# Sees to it that the tests have their browser, an office program and a PDF reader to open what
# leaves the dashboards with, and a Python. When one is missing, installs
# tests/debian-packages.txt as root or with password-less sudo, otherwise fails naming the one
# line to type. Nothing is ever skipped for want of a browser.
set -eu
cd "$(dirname "$0")/.."

packages=$(grep -v '^#' tests/debian-packages.txt | tr '\n' ' ')
line="apt-get install --yes --no-install-recommends ${packages% }"

present() {
    command -v chromium >/dev/null 2>&1 && command -v soffice >/dev/null 2>&1 &&
        command -v pdftoppm >/dev/null 2>&1 && tools/python.sh "${PYTHON:-}" >/dev/null 2>&1
}

if present; then
    exit 0
fi

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Thiếu chromium, LibreOffice, poppler hoặc Python 3.11–3.13 để kiểm thử: hãy cài, rồi chạy lại." >&2
    echo "The tests need chromium, LibreOffice, poppler and Python 3.11 to 3.13: install them first." >&2
    exit 1
elif [ "$(id -u)" = 0 ]; then
    apt-get update --quiet
    DEBIAN_FRONTEND=noninteractive $line
elif sudo -n true 2>/dev/null; then
    sudo apt-get update --quiet
    sudo DEBIAN_FRONTEND=noninteractive $line
else
    echo "Thiếu gói để kiểm thử: hãy chạy dòng sau rồi chạy lại:  sudo $line" >&2
    echo "The tests need Debian packages: type this line and run again:  sudo $line" >&2
    exit 1
fi

if ! present; then
    echo "Đã cài gói nhưng vẫn thiếu một trong các chương trình đó hoặc Python 3.11–3.13: xem ở trên." >&2
    echo "Installed, yet one of them or Python 3.11 to 3.13 is still missing: see above." >&2
    exit 1
fi
