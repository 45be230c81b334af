"""Files that may be hostile, read in a process apart: started, watched, ended when it is slow."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from .apart.refusal import TOO_MUCH, Refused, counted
from .limits import Limits

__all__ = ["read"]

_HERE = str(Path(__file__).resolve().parent)
_START = "import sys; sys.path.append(sys.argv[1]); from apart.child import main; main()"
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""Of the environment, what Python needs to start; no secret goes along."""
_GRACE = 2
_SLOW = "Reading this file took longer than {time}. Divide it, or paste the part that matters."
_BROKEN = (
    "This file broke the program that reads it: it is damaged or hostile. Paste its text instead."
)


def read(kind: str, content: bytes, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of a file of this kind (html, docx or pdf) and notes for an editor.

    Raises Refused where the file can't be read, takes too long or too much memory.
    """
    command = [sys.executable, "-I", "-c", _START, _HERE, kind, json.dumps(asdict(limits))]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        ended = subprocess.run(  # noqa: S603 - our own program; the file goes to its input
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=limits.seconds + _GRACE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(_SLOW.format(time=counted(limits.seconds, "second"))) from error
    return _answer(ended, limits)


def _answer(
    ended: subprocess.CompletedProcess[bytes], limits: Limits
) -> tuple[str, tuple[str, ...]]:
    if ended.returncode in {-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)}:
        raise Refused(_SLOW.format(time=counted(limits.seconds, "second")))
    if ended.returncode == -signal.SIGABRT:  # libraries in C and Rust end so for want of memory
        raise Refused(TOO_MUCH)
    try:
        answer = json.loads(ended.stdout)
    except ValueError as error:
        raise Refused(_BROKEN) from error
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["text"], tuple(answer["notes"])
