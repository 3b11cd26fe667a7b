"""Faults that a test orders: refusals, floods, gateways that fail, connections that break, slow answers."""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

TEXTS = {
    400: "Bad Request: ordered by the test",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    429: "Too Many Requests: retry after {}",
    500: "Internal Server Error",
}


@dataclass
class Fault:
    """What happens to the next *times* calls of *method*, in small letters, or of every method: ``*``."""

    method: str
    code: int | None
    description: str | None
    retry_after: int
    reset: bool
    slow: float
    """Seconds before the answer."""
    done: bool
    """The call has its effect, only the answer is lost."""
    times: int

    def response(self) -> Response | None:
        """Return the answer instead of the real one; None leaves it, or there is none after a reset."""
        if self.code is None:
            return None
        if self.code in {502, 504}:
            return HTMLResponse("<html><body><h1>Bad Gateway</h1>\n<p>nginx</p></body></html>", self.code)
        text = self.description or TEXTS.get(self.code, "ordered by the test").format(self.retry_after)
        answer = {"ok": False, "error_code": self.code, "description": text}
        if self.code == 429:
            answer["parameters"] = {"retry_after": self.retry_after}
        return JSONResponse(answer, self.code)


class Faults:
    """The orders, first come, first served."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def waiting(self) -> bool:
        """Tell whether a fault has still to come."""
        return any(fault.times > 0 for fault in self._ordered)

    def next_for(self, method: str) -> Fault | None:
        """Return the fault that this call gets, and count it."""
        for fault in self._ordered:
            if fault.method in {method, "*"} and fault.times > 0:
                fault.times -= 1
                return fault
        return None


def reset(request: Request) -> None:
    """Break the connection that *request* came by, as a crash at the other end would."""
    transport = request.receive.__self__.transport  # of uvicorn: ASGI itself cannot break a connection
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
