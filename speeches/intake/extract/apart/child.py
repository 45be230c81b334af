"""
The process apart: it takes one file from its input, reads it under limits that the system keeps,
and writes one line of JSON: the text and notes, or the sentence of a refusal.

    python -I -c "…; from apart.child import main; main()"  <folder>  <kind>  <limits as JSON>
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from .refusal import Refused

__all__ = ["main"]

_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.spawn", "os.posix_spawn")
_FORBIDDEN += ("os.system", "os.remove", "os.rename", "os.kill", "shutil.", "ftplib.", "urllib.")
_WRITES = frozenset("wax+")
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CODE = tuple(os.path.abspath(folder) for folder in (sys.prefix, sys.base_prefix, *sys.path))
_TOO_MUCH = (
    "Reading this file needs more memory than is allowed. "
    "Divide it, or paste the part that matters."
)
_NESTED = "This file is nested too deeply to be read. Paste its text instead."
_DAMAGED = "This file can’t be read: it is damaged. Fetch or save it anew, or paste its text."


def main() -> None:
    """Read what stands on the input, as the arguments say, and write what came of it."""
    kind, limits = sys.argv[2], json.loads(sys.argv[3])
    content = sys.stdin.buffer.read()
    _limit(limits["seconds"], limits["memory_bytes"])
    try:
        answer = _answer(kind, content, limits)
    except Refused as refused:
        answer = {"refused": str(refused)}
    except MemoryError:
        answer = {"refused": _TOO_MUCH}
    except RecursionError:
        answer = {"refused": _NESTED}
    except Exception:  # a library stumbled: the file is damaged, whatever the name of the error
        answer = {"refused": _DAMAGED}
    sys.stdout.write(json.dumps(answer))


def _answer(kind: str, content: bytes, limits: dict[str, int]) -> dict[str, Any]:
    # Only the library that is needed is loaded; the file itself is read when no more may be.
    if kind == "pdf":
        from . import pdf

        sys.addaudithook(_watch)
        text, notes = pdf.read(content, limits["pages"], limits["characters"])
    elif kind == "docx":
        from . import word

        sys.addaudithook(_watch)
        text, notes = word.read(content, limits["characters"], limits["expanded_bytes"])
    else:
        from . import web

        sys.addaudithook(_watch)
        text, notes = web.read(content.decode("utf-8"), limits["characters"])
    return {"text": text.encode("utf-8", "replace").decode("utf-8"), "notes": notes}


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
