"""A server, and clients that ask it for pages. Standard library only: a client that does little."""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLIENTS = 8


@dataclass(frozen=True)
class Answer:
    """What came back, and how long it took, in seconds."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    took: float


@dataclass(frozen=True)
class Timing:
    """
    Of many requests one after the other, in seconds; and requests a second of eight clients.

    ``processor`` is what the server's own processes worked for one: on a machine that others use,
    it alone is steady.
    """

    p50: float
    p95: float
    rate: float
    processor: float


@dataclass(frozen=True)
class Server:
    """A server that runs: its port, and its processes."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def worked(self) -> float:
        """Seconds of processor that its workers have taken; 0 where the system doesn't tell."""
        total = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == self.process.pid:
                total += int(fields[11]) + int(fields[12])
        return total / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(application: str, settings: str, **environment: str) -> Iterator[Server]:
    """A gunicorn with two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", "2", "--no-control-socket", "--log-level", "error", "--timeout", "120"]
    paths = os.pathsep.join([str(HERE), str(HERE.parent)])
    known = {"DJANGO_SETTINGS_MODULE": settings, "PYTHONPATH": paths}
    process = subprocess.Popen(command, env=os.environ | known | environment, cwd=HERE.parent)
    try:
        _wait_for(port, process)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if process.poll() is not None:
                raise RuntimeError("The server did not start.") from None
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server does not answer.")


def get(server: Server, address: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask for one page."""
    started = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.request("GET", address, headers=dict(headers or {}))
    answer = connection.getresponse()
    body = answer.read()
    took = time.perf_counter() - started
    connection.close()
    return Answer(answer.status, body, dict(answer.getheaders()), took)


def measure(
    server: Server,
    addresses: Sequence[str],
    seconds: float,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Timing:
    """Ask for these addresses in turn: alone, then by eight clients, half of the time each."""

    def ask(part: int = 0) -> list[float]:
        return _asked(server, addresses[part:] + addresses[:part], seconds / 2, headers, status)

    for address in addresses[:2]:
        get(server, address, headers)
    before = server.worked
    took = ask()
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        number = sum(len(each) for each in clients.map(ask, range(CLIENTS)))
    rate = number / (time.perf_counter() - started)
    last = statistics.quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
    processor = (server.worked - before) / (number + len(took))
    return Timing(statistics.median(took), last, rate, processor)


def _asked(
    server: Server,
    addresses: Sequence[str],
    seconds: float,
    headers: Mapping[str, str] | None,
    status: int,
) -> list[float]:
    """How long each took, one after the other, until the time is over; one at least."""
    took: list[float] = []
    end = time.perf_counter() + seconds
    while not took or time.perf_counter() < end:
        address = addresses[len(took) % len(addresses)]
        answer = get(server, address, headers)
        if answer.status != status:
            raise RuntimeError(f"{address} answers {answer.status}")
        took.append(answer.took)
    return took
