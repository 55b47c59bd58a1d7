#!/bin/sh
# Writes requirements.txt and requirements-dev.txt from their .in files: exact versions and the
# digests of every published file, for every platform and Python 3.11 to 3.13.
#
#   tools/lock.sh             keep the pinned versions, add what the .in files newly ask for
#   tools/lock.sh --upgrade   move every pin to the newest version allowed
#
# Needs uv (https://docs.astral.sh/uv/). No index address is written into the files: whoever
# installs chooses where packages come from, the digests decide what is accepted.
set -eu
cd "$(dirname "$0")/.."

for name in requirements requirements-dev; do
    uv pip compile "$name.in" --output-file "$name.txt" --quiet \
        --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"
done
