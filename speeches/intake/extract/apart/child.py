"""
The process apart: it takes one file from its input, reads it under limits that the system keeps,
and writes one line of JSON: the text and notes, or the sentence of a refusal.

    python -I -c "…; from apart.child import main; main()"  <folder>  <kind>  <limits as JSON>
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any

from .refusal import TOO_MUCH, Refused

__all__ = ["main", "reader_of"]

Reader = Callable[[bytes, dict[str, int]], tuple[str, list[str]]]

# The module that reads a kind of file, and the limits that it is told.
_READERS = {
    "html": ("web", ("characters",)),
    "docx": ("word", ("characters", "expanded_bytes")),
    "pdf": ("pdf", ("pages", "characters")),
}
_FORBIDDEN: tuple[str, ...] = (
    *("socket.", "ftplib.", "urllib.", "subprocess.", "shutil."),
    *("os.exec", "os.fork", "os.spawn", "os.posix_spawn", "os.system"),
    *("os.remove", "os.rename", "os.kill"),
)
_WRITES = frozenset("wax+")
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CODE = tuple(os.path.abspath(folder) for folder in (sys.prefix, sys.base_prefix, *sys.path))
_NESTED = "This file is nested too deeply to be read. Paste its text instead."
_DAMAGED = "This file can’t be read: it is damaged. Fetch or save it anew, or paste its text."


def main() -> None:
    """Read what stands on the input, as the arguments say, and write what came of it."""
    kind, limits = sys.argv[2], json.loads(sys.argv[3])
    read = reader_of(kind)  # our own code, loaded before anything of the file is looked at
    _limit(limits["seconds"], limits["memory_bytes"])
    sys.addaudithook(_watch)
    try:
        text, notes = read(sys.stdin.buffer.read(), limits)
        found: dict[str, Any] = {"text": text, "notes": notes}
    except Refused as refused:
        found = {"refused": str(refused)}
    except MemoryError:
        found = {"refused": TOO_MUCH}
    except RecursionError:
        found = {"refused": _NESTED}
    except Exception:  # a library stumbled: the file is damaged, whatever the name of the error
        found = {"refused": _DAMAGED}
    sys.stdout.write(json.dumps(found))


def reader_of(kind: str) -> Reader:
    """What reads a kind of file: html, docx or pdf. Only the library that it needs is loaded."""
    name, limits = _READERS[kind]
    module = importlib.import_module(f".{name}", __package__)
    return lambda content, most: module.read(content, *(most[limit] for limit in limits))


def _limit(seconds: int, memory_bytes: int) -> None:
    """Have the system end this process when it takes too much; where it can't, the clock does."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for name, most in (
        ("RLIMIT_AS", memory_bytes),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NOFILE", 64),
    ):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        ceiling = resource.getrlimit(kind)[1]
        most = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # systems that know the name and not the limit
            continue


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Reading a file needs no network, no other process, no writing, and no files but Python's own:
    nothing else is let through, should a library be talked into it."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open":
        path, mode, flags = arguments
        is_write = bool(set(mode or "") & _WRITES) or bool((flags or 0) & _WRITE_FLAGS)
        is_code = isinstance(path, int) or os.path.abspath(os.fsdecode(path)).startswith(_CODE)
        if is_write or not is_code:
            raise PermissionError(event)
