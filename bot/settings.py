"""Settings: environment variables ``QUOTH_*`` over ``quoth.toml`` in the home; an unknown name is an error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias

import platformdirs
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from bot.verdict import ANSWERS
from corpus.errors import UsageError
from index.models import ENCODER, RERANKER
from index.multilingual_model import MULTILINGUAL
from index.terms import CHURN, KEEP

PREFIX: Final = "QUOTH_"
FILE: Final = "quoth.toml"


def _numbers(value: Any) -> Any:
    return [part for part in value.replace(",", " ").split() if part] if isinstance(value, str) else value


Numbers: TypeAlias = Annotated[tuple[int, ...], BeforeValidator(_numbers)]
"""In the environment: separated by commas or blanks."""


class Settings(BaseModel):
    """Everything that can be set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    home: Path
    encoder: str = ENCODER
    reranker: str = RERANKER
    multilingual: str = MULTILINGUAL
    """Encoder for questions in other languages; empty turns them off."""
    threshold: float = Field(default=ANSWERS, ge=0, le=1)
    """Probability from which a quote is shown as an answer; higher refuses more."""
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
    telegram_poll_seconds: int = Field(default=30, ge=0, le=50)
    telegram_webhook_url: str | None = None
    """Where Telegram delivers instead of being polled; its path is served on *telegram_webhook_port*."""
    telegram_webhook_port: int = Field(default=8443, ge=0, le=65535)
    """On 127.0.0.1."""
    telegram_admins: Numbers = ()
    """Ids of the maintainers."""
    telegram_allowed: Numbers = ()
    """Ids of the people and groups that may ask; empty for everybody."""
    telegram_per_minute: int = Field(default=20, ge=1)
    """Questions of one person."""
    telegram_per_minute_all: int = Field(default=1200, ge=1)
    """Questions of everybody together."""
    telegram_rich: bool = False
    """Answer with rich messages; older clients do not show them."""
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    """On 127.0.0.1, for ``/metrics`` and ``/health``."""
    bot_key_file: Path = Field(default_factory=lambda: platformdirs.user_config_path("quoth") / "bot.key")
    """Key of what the bot keeps; best not on the disk that is backed up together with the home."""

    @property
    def bot_database(self) -> Path:
        """File of what the bot keeps."""
        return self.home / "bot.sqlite"

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
