"""What a program and its child say to each other: pickled values, each after its length."""

from __future__ import annotations

import copyreg
import gc
import io
import pickle
import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, BinaryIO, Final

_LENGTH: Final = struct.Struct(">Q")


class _Pickler(pickle.Pickler):
    """A read-only mapping, which a plan is made of, travels as one."""

    def __init__(self, frame: BinaryIO) -> None:
        super().__init__(frame, pickle.HIGHEST_PROTOCOL)
        # A table, where a method `reducer_override` would be called for every object there is.
        self.dispatch_table = {**copyreg.dispatch_table, MappingProxyType: _reduced}


def _reduced(values: Mapping[Any, Any]) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    return read_only, (dict(values),)


def read_only(values: dict[object, object]) -> MappingProxyType[object, object]:
    """Return a view of `values` that cannot be written to; its type has no name to pickle."""
    return MappingProxyType(values)


def pickled(value: object) -> bytes:
    """Return `value` as one frame."""
    frame = io.BytesIO()
    frame.write(_LENGTH.pack(0))
    _Pickler(frame).dump(value)
    length = frame.tell() - _LENGTH.size
    frame.seek(0)
    frame.write(_LENGTH.pack(length))
    return frame.getvalue()


def read_frame(stream: BinaryIO) -> Any:
    """Return the next value; raises EOFError where the other side ended before it was whole."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    content = _exactly(stream, length)
    collecting = gc.isenabled()
    gc.disable()  # nothing of it is garbage yet, and looking for some takes longer than reading
    try:
        # Both sides are this program under one user: nothing is gained by lying to the other.
        return pickle.loads(content)  # noqa: S301
    finally:
        if collecting:
            gc.enable()


def _exactly(stream: BinaryIO, size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return content
