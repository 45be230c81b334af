"""
A reading as plain data and back, so that an intake keeps what was proposed when it was opened.

Written from the dataclasses themselves: a field that the reader gains is kept with the others,
and one that an old record doesn't have takes its default.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from speeches.dates import PartialDate

from .reading import Reading

__all__ = ["kept", "restored"]


def kept(reading: Reading) -> dict[str, Any]:
    """The reading without its text, as JSON can hold it."""
    data: dict[str, Any] = _plain(reading)
    del data["text"]
    return data


def restored(data: dict[str, Any], text: str) -> Reading:
    """The reading that ``kept`` wrote, over the text that it was made of."""
    reading: Reading = _made(Reading, data | {"text": text})
    return reading


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.edtf
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _made(kind: Any, value: Any) -> Any:
    """A value of a type, from what ``_plain`` made of it."""
    if value is None:
        return None
    if get_origin(kind) in (Union, types.UnionType):
        return _made(next(part for part in get_args(kind) if part is not type(None)), value)
    if get_origin(kind) is tuple:
        return tuple(_made(get_args(kind)[0], item) for item in value)
    if kind is PartialDate:
        return PartialDate.from_edtf(value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(
            **{
                field.name: _made(hints[field.name], value[field.name])
                for field in fields(kind)
                if field.name in value or field.default is MISSING is field.default_factory
            }
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value
