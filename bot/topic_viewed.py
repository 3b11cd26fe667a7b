"""What a question wants to be told somebody's view of: "what does Jonas Vell think of the toll?"."""

from __future__ import annotations

import re
from typing import Final

from bot.words_asked import Asked

_DO: Final = r"(?:do|does|did|has|have|had|is|was|would|will|can|could|should|might)(?:n[’']t)?"
_ABOUT: Final = r"(?:of|about|on|regarding|concerning|towards?)"
_SPEAKS: Final = (
    rf"(?:(?:think|thinking|thought|say|said|saying|speak|feel|felt|write|wrote|written|comment|remark|reflect|make|"
    rf"made|have to say) {_ABOUT}|(?:react|respond|reply|object) to|agree with|approve of|believe in|"
    r"judge|view|see|assess|rate|regard|describe|criticize|criticise|like|dislike|support|oppose|welcome|defend|trust)"
)
_TELLS: Final = r"(?!(?:do|done|learn|know|read|hear|find|get|change|spend|pay|earn)\b)[a-z]+"
_HELD: Final = (
    r"(?:views?|opinions?|take|thoughts?|stance|verdict|judge?ment|comments?|remarks?|attitude|assessment|criticism|"
    r"position|perspective|reaction|words|statements?|claims?|arguments?|warnings?|line|complaints?|fears?|doubts?|"
    r"hopes?|demands?|promises?|answers?|reply)"
)
_TOPIC: Final = r"(?P<topic>(?!(?:what|who|whom|whose|when|where|why|how|if|whether|that)\b)\S.*?)\W*$"
_ASKED: Final = (
    rf"\b{_DO} %s (?:[a-z]+ly |also |now )?{_SPEAKS} {_TOPIC}",
    rf"\bwhat(?: else)? {_DO} %s (?:[a-z]+ly |also |now )?{_TELLS} (?:about|on|regarding|concerning) {_TOPIC}",
    rf"%s[’']s? (?:\w+ )?{_HELD} (?:{_ABOUT}|to) {_TOPIC}",
    rf"\b{_HELD} (?:of|by|from) %s {_ABOUT} {_TOPIC}",
    rf"^%s(?: {_HELD})? {_ABOUT} {_TOPIC}",
)
_OF_THE_POST: Final = r"(?: of (?:the|this|that) (?:post|blog|article|text))?"


def topic_viewed(question: str, asked: Asked) -> str | None:
    """Return what *question* wants to be told the view of whom it asks for on; None where it asks for no view."""
    if asked.name is None:
        return None
    who = re.escape(asked.name)
    if asked.author:
        who = f"(?:{who}|{re.escape(asked.author.removeprefix('the '))}){_OF_THE_POST}"
    found = (re.search(pattern % who, question, re.IGNORECASE) for pattern in _ASKED)
    return next((match["topic"] for match in found if match), None)
