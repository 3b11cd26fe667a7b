"""Who bears the office that a question names: "what did the mayor promise?" asks for words of Ada Renn.

The sentence of her words seldom names her office, so that to the models it is no answer to a question about the mayor.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.agreement import put_for
from bot.party import Party
from bot.said_by import names_of
from bot.sides import is_office
from corpus.article import Article


def asked_by_name(question: str, party: Party, articles: Iterable[Article]) -> tuple[str, Party] | None:
    """Return *question* with the name of who bears the office of *party* in *articles*, and them as a party.

    None where *party* is no office of one person, and where nobody bears it there, or two do.
    """
    names = names_of(party, articles) if is_office(party.name) else set()
    if len(names) != 1:
        return None
    name = names.pop()
    return put_for(party.name, name, question), Party(name)
