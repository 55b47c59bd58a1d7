"""The server: Streamlit's own, saying with every answer which sites may show it in a frame.

A page in a foreign frame can be laid under something else, so that a reader presses what they do
not see. Only a chart embedded by its address may be framed elsewhere, and only by sites the
settings name: there is nothing to press on it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

import streamlit as st
from starlette.middleware import Middleware

from plantrack.settings import ROOT

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

DASHBOARD: Final = ROOT / "dashboard.py"


class Framing:
    """Says with every answer who may frame it."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...] = ()) -> None:
        self._app, self._origins = app, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        allowed = headers(scope.get("query_string", b"").decode("latin-1"), self._origins)

        async def told(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *allowed]
            await send(message)

        await self._app(scope, receive, told)


def headers(query: str, origins: tuple[str, ...]) -> list[tuple[bytes, bytes]]:
    """Return the headers for an address with this query.

    >>> headers("embed=true&lang=vi", ("https://example.vn",))
    [(b'content-security-policy', b"frame-ancestors 'self' https://example.vn")]
    """
    embedded = parse_qs(query).get("embed", [""])[-1].lower() == "true"
    sites = " ".join(("'self'", *origins)) if embedded else "'self'"
    policy = [(b"content-security-policy", f"frame-ancestors {sites}".encode("latin-1"))]
    # What browsers too old for the policy go by; it knows no list of sites.
    older = [(b"x-frame-options", b"SAMEORIGIN")]
    return policy if embedded and origins else policy + older


def run(origins: tuple[str, ...], configuration: Mapping[str, object]) -> None:
    """Serve the dashboards in this process until it is told to stop."""
    sys.argv = [str(DASHBOARD)]  # beside it lies what Streamlit is configured by
    app = st.App(Path(DASHBOARD), middleware=[Middleware(Framing, origins=origins)])
    app.run(config=configuration)
