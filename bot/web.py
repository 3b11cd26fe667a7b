"""The bot's own web server, on loopback only: webhook, health, metrics."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import socket
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from corpus.errors import QuothError

LARGEST: Final = 1 << 20  # bytes of an update; Telegram's own have some kilobytes
PATIENCE: Final = 20.0  # seconds for which a delivery waits to be dealt with; Telegram would wait for a minute
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a name


class Server(uvicorn.Server):
    """A server on a socket of its own that leaves signals to the bot."""

    def __init__(self, config: uvicorn.Config, listening: socket.socket) -> None:
        super().__init__(config)
        self._listening = listening

    async def run_to_end(self) -> None:
        """Serve until ``should_exit`` is set."""
        with self._listening:
            await self.serve([self._listening])

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def web_server(routes: list[Route], port: int) -> Server:
    """Return a server of *routes* on 127.0.0.1; whoever serves to the world stands before it with TLS.

    Raises:
        QuothError: the port is taken.
    """
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError as error:
        listening.close()
        raise QuothError(
            f"port {port} of 127.0.0.1 cannot be served: {error.strerror}",
            hint="choose another: QUOTH_METRICS_PORT, QUOTH_TELEGRAM_WEBHOOK_PORT",
        ) from error
    config = uvicorn.Config(Starlette(routes=routes), log_config=None, access_log=False, lifespan="off")
    return Server(config, listening)


def webhook_route(path: str, secret: str, take: Callable[[dict[str, Any]], Awaitable[asyncio.Future[None]]]) -> Route:
    """Return the route to which Telegram delivers updates.

    It answers once an update is dealt with, so that a crash loses none; to what cannot be read it answers as to all
    others, since Telegram would deliver it again and again.
    """

    async def deliver(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too large", 413)
        with contextlib.suppress(ValueError):
            raw = json.loads(body)
            if isinstance(raw, dict) and isinstance(raw.get("update_id"), int):
                await asyncio.wait([await take(raw)], timeout=PATIENCE)
        return PlainTextResponse("")

    return Route(path, deliver, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """Return the body, None when it is larger than any update."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return body


def watch_routes(health: Callable[[], tuple[bool, dict[str, Any]]], metrics: Callable[[], bytes]) -> list[Route]:
    """Return the routes for those who watch the bot: ``/health`` (503 when ill) and ``/metrics`` (Prometheus)."""

    async def show_health(_: Request) -> Response:
        well, facts = health()
        return JSONResponse({"status": "ok" if well else "ill", **facts}, 200 if well else 503)

    async def show_metrics(_: Request) -> Response:
        return Response(metrics(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health", show_health), Route("/metrics", show_metrics)]
