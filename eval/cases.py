"""Cases: questions with what must come back, one JSON object a line.

README.md describes the fields; a case that cannot be taken is refused with its file, line and field.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from bot.answer import GroupKind, Verdict
from corpus.article import Voice
from corpus.errors import UsageError

Slice = Literal[
    "plain",
    "paraphrase",
    "keyword",
    "misspelt",
    "speaker",
    "about_side",
    "comment",
    "second_hand",
    "number",
    "date",
    "contradiction",
    "repeated",
    "follow_up",
    "other_language",
    "off_corpus",
    "not_stated",
    "false_premise",
    "only_commentary",
    "long",
    "headline",
    "hostile",
]
_FROZEN: Final = ConfigDict(extra="forbid", frozen=True)


class Gold(BaseModel):
    """Words that answer a question."""

    model_config = _FROZEN

    article: str
    """The last part of the address of the article's post, or the beginning of the article's id."""
    words: str
    """They stand in that article exactly once."""


class Case(BaseModel):
    """One question; with the verdict ``answered`` any of its gold answers it."""

    model_config = _FROZEN

    id: str
    part: Literal["dev", "test"]
    """``dev`` to tune on, ``test`` to report."""
    question: str
    after: tuple[str, ...] = ()
    """The questions before it in the conversation, oldest first."""
    language: str = "en"
    """ISO 639-1."""
    verdict: Verdict
    gold: tuple[Gold, ...] = ()
    voice: Voice | None = None
    """Whose voice the gold words have; None: not judged, and so for *speaker* and *group*."""
    speaker: str | None = None
    group: GroupKind | None = None
    """Under which heading the gold words belong."""
    party: tuple[str, ...] = ()
    """Speakers that count as the one whose words are asked for, as the articles name them; empty: nobody's are."""
    slices: tuple[Slice, ...] = ()
    origin: Literal["hand", "feedback", "owner"] = "hand"

    @model_validator(mode="after")
    def _gold_where_answered(self) -> Self:
        if (self.verdict is Verdict.ANSWERED) != bool(self.gold):
            raise ValueError(f"the verdict is {self.verdict}, and there are {len(self.gold)} gold words")
        return self

    @property
    def digest(self) -> str:
        """Hash of the whole case; two runs are compared only where it is the same."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:16]


def read_cases(path: Path | None = None) -> list[Case]:
    """Return the cases in *path*, without it those that ship with the package.

    Raises:
        UsageError: the file cannot be read, or a line of it is no case.
    """
    name = str(path or "cases.jsonl")
    try:
        text = path.read_text() if path else files("eval").joinpath("cases.jsonl").read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the cases {name}", hint="name a file with one JSON object a line") from error
    return parse_cases(text, name)


def parse_cases(text: str, name: str) -> list[Case]:
    """Return the cases that *text* holds, one a line; *name* is what messages call the file.

    Raises:
        UsageError: it holds none, a line is no case, or an id occurs twice.
    """
    found: dict[str, Case] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            case = Case.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(map(str, first["loc"])) or "case"
            hint = "the README describes the fields of a case"
            raise UsageError(f"{name}, line {number}, {field}: {first['msg'].lower()}", hint=hint) from None
        if case.id in found:
            raise UsageError(f"{name}, line {number}, id: {case.id} occurs twice", hint="give each case its own")
        found[case.id] = case
    if not found:
        raise UsageError(f"{name} holds no cases", hint="write some: quoth-eval new")
    return list(found.values())


def set_digest(cases: list[Case]) -> str:
    """Return a hash of all *cases* that does not depend on their order."""
    return sha256(" ".join(sorted(case.digest for case in cases)).encode()).hexdigest()[:16]
