"""Logs of the bot: one JSON object a line, without texts, names or the token."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from bot.token import without_tokens


class JsonLines(logging.Formatter):
    """Formats a record as one line of JSON; a traceback is reduced to where it happened, as its text may quote."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            if trace is not None:
                line["where"] = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        return without_tokens(json.dumps(line, ensure_ascii=False))


def set_up_logs() -> None:
    """Send warnings, and what the bot itself tells, to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("quoth").setLevel(logging.INFO)
