#!/bin/sh
# Prints the path of a Python 3.11, 3.12 or 3.13. Exits 1 with a way out when there is none.
# A name on the path is not enough (version switchers leave names behind that fail): each
# candidate is started and asked. A path given as argument is the only candidate.
set -eu

if [ -z "${1:-}" ]; then
    set -- python3.13 python3.12 python3.11 python3 python
fi

for candidate in "$@"; do
    if "$candidate" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
        2>/dev/null; then
        exec "$candidate" -c 'import sys; print(sys.executable)'
    fi
done

cat >&2 <<'SENTENCE'
Không tìm thấy Python 3.11, 3.12 hoặc 3.13: hãy cài một bản (Debian, Ubuntu: apt install python3 python3-venv; Windows, macOS: bộ cài trên trang python.org), rồi chạy lại; nếu Python nằm ở thư mục khác: make run PYTHON=/đường/dẫn/python3.12
No Python 3.11, 3.12 or 3.13 was found: install one (Debian, Ubuntu: apt install python3 python3-venv; Windows, macOS: the installer from python.org) and run this again; if Python is in another folder: make run PYTHON=/path/to/python3.12
SENTENCE
exit 1
