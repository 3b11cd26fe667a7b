"""Settings: environment variables ``QUOTH_*`` over ``quoth.toml`` in the home; an unknown name is an error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from corpus.errors import UsageError
from index.models import ENCODER, RERANKER
from index.multilingual_model import MULTILINGUAL
from index.terms import CHURN, KEEP

PREFIX: Final = "QUOTH_"
FILE: Final = "quoth.toml"


class Settings(BaseModel):
    """Everything that can be set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    home: Path
    encoder: str = ENCODER
    reranker: str = RERANKER
    multilingual: str = MULTILINGUAL
    """Encoder for questions in other languages; empty turns them off."""
    offline: bool = False
    """Never fetch a model from the hub."""
    churn: float = Field(default=CHURN, ge=0, le=1)
    """Share of the indexed passages that `quoth index` takes away without `--yes`."""
    keep: int = Field(default=KEEP, ge=2, le=100)
    """Generations that stay on disk: the one that serves and those to go back to."""
    telegram_token: SecretStr | None = None
    telegram_token_file: Path | None = None
    telegram_base_url: str | None = None
    """Of a Bot API server other than Telegram's own, without the token."""
    telegram_poll_seconds: int = Field(default=30, ge=0, le=60)

    @property
    def library(self) -> Path:
        """Folder of the articles."""
        return self.home / "library"

    @property
    def index(self) -> Path:
        """Folder of the generations."""
        return self.home / "index"


def read_settings(environment: Mapping[str, str], home: Path | None = None) -> Settings:
    """Return the settings; *home* (the option ``--home``) goes before ``QUOTH_HOME``.

    Raises:
        UsageError: a name is unknown or a value cannot be taken.
    """
    given = {key[len(PREFIX) :].lower(): value for key, value in environment.items() if key.startswith(PREFIX)}
    place = home or (Path(given["home"]) if given.get("home") else platformdirs.user_data_path("quoth"))
    values = {**_file(place / FILE), **given, "home": place}
    try:
        return Settings(**values)
    except ValidationError as error:
        raise _refused(error, given) from None  # the values may hold a token


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read {path}: {error}", hint="write settings as: name = value") from error


def _refused(error: ValidationError, given: Mapping[str, str]) -> UsageError:
    first = error.errors(include_input=False, include_url=False)[0]
    field = str(first["loc"][0])
    name = f"{PREFIX}{field.upper()}" if field in given else f"{field} in {FILE}"
    if first["type"] == "extra_forbidden":
        known = ", ".join(sorted(Settings.model_fields))
        return UsageError(f"unknown setting {name}", hint=f"known are {known}")
    return UsageError(f"setting {name}: {first['msg'].lower()}", hint="see the settings in the README")
