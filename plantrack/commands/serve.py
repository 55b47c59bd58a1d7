"""`serve`: what can keep the dashboards from starting is found before anything is served."""

from __future__ import annotations

import errno
import os
import socket
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from plantrack import __version__, log
from plantrack.commands.choosing import no_plan
from plantrack.commands.command import CannotRun, Command
from plantrack.model import Text
from plantrack.settings import Settings

if TYPE_CHECKING:
    from plantrack.opening import Opened

PORTS_LOOKED_AT = 50


def run(settings: Settings, _arguments: Namespace) -> int:
    """Open the ledger and serve the dashboards until told to stop."""
    check_port(settings)
    opened = open_ledger(settings)
    drop_old_drafts(settings)
    from plantrack.safekeeping.keeper import keeping
    from plantrack.update.reading import READ
    from plantrack.worker.children import RESERVE

    try:
        with keeping(opened, settings), RESERVE.kept(READ):
            return serve(settings)
    finally:
        opened.close()


def check_port(settings: Settings) -> None:
    """Raise `CannotRun` unless this process may listen where the settings say."""
    host, port = settings.host, settings.port
    problem = _listening_problem(host, port)
    if problem is None:
        return
    if problem.errno == errno.EADDRINUSE:
        free = _free_port_after(host, port)
        raise CannotRun(
            Text(
                f"Cổng {port} đang được chương trình khác sử dụng: hãy dừng chương trình đó,"
                f" hoặc chọn cổng khác, ví dụ PLANTRACK_PORT={free}.",
                f"Port {port} is in use by another program: stop that program, or choose"
                f" another port, for example PLANTRACK_PORT={free}.",
            )
        )
    raise CannotRun(
        Text(
            f"Không mở được địa chỉ {host}, cổng {port} ({problem.strerror}): hãy sửa"
            " PLANTRACK_HOST hoặc PLANTRACK_PORT.",
            f"Address {host}, port {port} cannot be opened ({problem.strerror}): change"
            " PLANTRACK_HOST or PLANTRACK_PORT.",
        )
    )


def open_ledger(settings: Settings) -> Opened:
    """Open the ledger, which the first start seeds, and say what that start left alone.

    The pages run in this process and share what is opened here, so no other program can take
    the file in between. Raises `CannotRun` with the sentences of the seeds, or what the ledger
    raises.
    Imported here: a misspelt setting or a busy port is said before anything slow is loaded.
    """
    from plantrack.opening import open_plan
    from plantrack.seeds import SeedProblems

    try:
        opened = open_plan(settings)
    except SeedProblems as found:
        raise no_plan(found) from found
    log.event("opened", plan=opened.plan.id, revision=opened.store.revision())
    for notice in opened.notices:
        print(notice.sentence.vi, notice.sentence.en, sep="\n", file=sys.stderr)
    return opened


def drop_old_drafts(settings: Settings) -> None:
    """Drop drafts nobody touched for as long as one is kept, and say how many."""
    from plantrack.update.drafts import KEPT_FOR, Drafts

    dropped, days = Drafts(settings.data / "drafts").tidy(), KEPT_FOR.days
    if dropped:
        log.event("drafts_dropped", count=dropped)
        told = Text(
            f"Đã xóa {dropped} bản nháp không được mở trong {days} ngày.",
            f"Drafts not touched for {days} days were deleted: {dropped}.",
        )
        print(told.vi, told.en, sep="\n", file=sys.stderr)


def serve(settings: Settings) -> int:
    """Serve the dashboards in this process until it is told to stop."""
    log.event("serving", host=settings.host, port=settings.port, version=__version__)
    print(f"Mở / Open: {address(settings)}", flush=True)
    from plantrack.ui import server

    try:
        server.run(settings.embed_origins, configuration(settings))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except KeyboardInterrupt:
        return 0
    return 0


def address(settings: Settings) -> str:
    """The address to type into a browser on this machine."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # shown, not listened on
    host = everywhere.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def configuration(settings: Settings) -> dict[str, object]:
    """How Streamlit is started: nothing leaves the machine, no developer's tools on the page."""
    return {
        "server.address": settings.host,
        "server.port": settings.port,
        "server.maxUploadSize": settings.max_upload_mb,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
        "logger.hideWelcomeMessage": True,
    }


def _listening_problem(host: str, port: int) -> OSError | None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, place = found[0]
        with socket.socket(family, kind, protocol) as listener:
            if os.name == "posix":
                # A port left a moment ago is free; on Windows the option would share a busy one.
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
            listener.listen(1)
    except OSError as problem:
        return problem
    return None


def _free_port_after(host: str, port: int) -> int:
    candidates = range(port + 1, min(port + PORTS_LOOKED_AT, 65535) + 1)
    free = (p for p in candidates if _listening_problem(host, p) is None)
    return next(free, port - 1)


COMMAND = Command(
    "serve",
    "khởi động các bảng theo dõi trên máy này / start the dashboards on this machine",
    run,
)
