"""One finding of the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    TO_DO = "to do"
    """Answers are right, but something waits: a build, a cleaning, a setting."""
    BROKEN = "broken"
    """Answers are missing or must not be trusted before this is mended."""


@dataclass(frozen=True, slots=True)
class Check:
    """One finding, in one line."""

    name: str
    state: State
    message: str
    remedy: str | None = None
    """The command that mends it; None when all is well."""


def ok(name: str, message: str) -> Check:
    """Return a finding that all is well."""
    return Check(name, State.OK, message)


def to_do(name: str, message: str, remedy: str) -> Check:
    """Return a finding that something waits to be done."""
    return Check(name, State.TO_DO, message, remedy)


def broken(name: str, message: str, remedy: str) -> Check:
    """Return a finding that something is broken."""
    return Check(name, State.BROKEN, message, remedy)
