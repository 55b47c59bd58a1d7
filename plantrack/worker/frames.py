"""What a program and its child say to each other: pickled values, each after its length."""

from __future__ import annotations

import io
import pickle
import struct
from types import MappingProxyType
from typing import Any, BinaryIO, Final

_LENGTH: Final = struct.Struct(">Q")


class _Pickler(pickle.Pickler):
    """A read-only mapping, which a plan is made of, travels as one."""

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, MappingProxyType):
            return read_only, (dict(value),)
        return NotImplemented


def read_only(values: dict[object, object]) -> MappingProxyType[object, object]:
    """Return a view of `values` that cannot be written to; its type has no name to pickle."""
    return MappingProxyType(values)


def pickled(value: object) -> bytes:
    """Return `value` as one frame."""
    body = io.BytesIO()
    _Pickler(body, pickle.HIGHEST_PROTOCOL).dump(value)
    content = body.getvalue()
    return _LENGTH.pack(len(content)) + content


def read_frame(stream: BinaryIO) -> Any:
    """Return the next value; raises EOFError where the other side ended before it was whole."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    # Both sides are this program under one user: nothing is gained by lying to the other.
    return pickle.loads(_exactly(stream, length))  # noqa: S301


def _exactly(stream: BinaryIO, size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return content
