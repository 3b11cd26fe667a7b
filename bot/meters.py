"""What the bot measures of itself; Prometheus reads it on loopback."""

from __future__ import annotations

from collections import deque
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS: Final = (0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30)
_LAG: Final = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.25, 0.5, 1)
LATEST: Final = 500  # answers of which /status tells the latency


class Meters:
    """Counts and times; one registry each, so that importing registers nothing."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.questions = Counter(
            "quoth_questions", "Questions answered, by verdict.", ["verdict"], registry=self._registry
        )
        self.answer_seconds = Histogram(
            "quoth_answer_seconds",
            "From the receipt of a question to its answer sent.",
            registry=self._registry,
            buckets=_SECONDS,
        )
        self.loop_lag_seconds = Histogram(
            "quoth_loop_lag_seconds", "How late the event loop wakes.", registry=self._registry, buckets=_LAG
        )
        self.waiting = Gauge("quoth_waiting", "Questions waiting or in work.", registry=self._registry)
        self.api_errors = Counter(
            "quoth_api_errors", "Refusals and failures of Telegram.", ["kind"], registry=self._registry
        )
        self.updates = Counter(
            "quoth_updates", "Updates, by what became of them.", ["outcome"], registry=self._registry
        )
        self.poll_age_seconds = Gauge(
            "quoth_poll_age_seconds", "Since Telegram last answered a poll or delivered.", registry=self._registry
        )
        self.count = 0
        """Answers so far."""
        self.latest: deque[float] = deque(maxlen=LATEST)
        """Seconds of the latest answers."""

    def answered(self, verdict: str, seconds: float) -> None:
        """Count one answer."""
        self.questions.labels(verdict).inc()
        self.answer_seconds.observe(seconds)
        self.latest.append(seconds)
        self.count += 1

    def latency(self, share: float) -> float | None:
        """Return the seconds within which *share* (0..1) of the latest answers came, None before the first."""
        ordered = sorted(self.latest)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None

    def text(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self._registry)
