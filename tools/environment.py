"""Make `.venv` and bring it in step with the requirements files; do nothing when it is.

    python tools/environment.py            what the program needs
    python tools/environment.py --tests    what the tests need as well

Runs on the standard library of any Python 3.11 to 3.13, before anything is installed. A stamp
in `.venv` holds the digest of each requirements file: a second start only compares digests.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SUPPORTED = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
OWN_CODE = ("plantrack", "pages", "dashboard.py")


class NotInstalled(Exception):
    """The environment could not be made; the message says what to do, in both languages."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Make .venv and install the requirements.")
    parser.add_argument("--tests", action="store_true", help="install what the tests need as well")
    wanted = ["requirements.txt"]
    if parser.parse_args().tests:
        wanted.append("requirements-dev.txt")
    try:
        if not usable():
            create()
        for name in wanted:
            install(ROOT / name)
    except NotInstalled as problem:
        print(problem, file=sys.stderr)
        return 1
    compile_own_code()
    return 0


def usable() -> bool:
    """Whether `.venv` has a Python that starts and is one of the supported versions."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", SUPPORTED], check=False).returncode == 0


def create() -> None:
    """Make a new `.venv`; one left by a removed or too old Python is replaced.

    Debian's bare Python has `venv` but not `ensurepip`, so pip is left out there and the pip of
    this Python installs from outside.
    """
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    command = [sys.executable, "-m", "venv", str(ENVIRONMENT)]
    if importlib.util.find_spec("ensurepip") is None:
        command.insert(3, "--without-pip")
    if subprocess.run(command, check=False).returncode != 0:
        raise NotInstalled(
            f"Không tạo được thư mục {ENVIRONMENT.name}: xem dòng báo lỗi ở trên, sửa rồi chạy"
            f" lại.\nThe folder {ENVIRONMENT.name} could not be made: see the line above, put it"
            " right and run this again."
        )


def install(requirements: Path) -> None:
    """Install exactly what `requirements` pins, unless its digest is the stamped one.

    The stamp is written last: an installation cut short is taken up again at the next start.
    """
    stamp = ENVIRONMENT / f"{requirements.stem}.installed"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    print(f"Đang cài / Installing {requirements.name} …", flush=True)
    command = [*pip(), "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*command, "-r", str(requirements)], check=False).returncode != 0:
        raise NotInstalled(
            f"Không cài được {requirements.name}: kiểm tra đường mạng hoặc kho gói của cơ quan"
            " (PIP_INDEX_URL), rồi chạy lại; phần đã cài được giữ nguyên.\n"
            f"{requirements.name} could not be installed: check the network, or your office's"
            " package index (PIP_INDEX_URL), and run this again; what was installed stays."
        )
    stamp.write_text(digest, encoding="ascii")


def pip() -> list[str]:
    """The command that installs into `.venv`: its own pip, else the pip of this Python."""
    if has_pip(PYTHON):
        return [str(PYTHON), "-m", "pip"]
    if has_pip(Path(sys.executable)):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    raise NotInstalled(
        "Python này không có pip: hãy cài (Debian, Ubuntu: apt install python3-venv python3-pip),"
        " rồi chạy lại.\n"
        "This Python has no pip: install it (Debian, Ubuntu: apt install python3-venv"
        " python3-pip) and run this again."
    )


def has_pip(python: Path) -> bool:
    command = [python, "-c", "import pip"]
    return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0


def compile_own_code() -> None:
    """Compile this program's files, so that the first page does not wait for it.

    Imported modules carry the version of the Python that compiled them, so `.venv`'s does it;
    pip has compiled the installed packages.
    """
    here = [str(ROOT / name) for name in OWN_CODE if (ROOT / name).exists()]
    subprocess.run([PYTHON, "-m", "compileall", "-q", *here], check=False)


if __name__ == "__main__":
    sys.exit(main())
