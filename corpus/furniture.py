"""Page furniture: the lines that a blog's template puts round a post, and links to other articles inside it.

Only whole lines count; prose that merely starts with such a word is prose.
"""

from __future__ import annotations

import re
from typing import Final

_COUNTERS: Final = r"""
    (?:no|\d+)\ comments?:? | komentarų\ nėra:? | \d+\ komentar\w+:? | нет\ комментариев:? | \d+\ комментари\w+:?
    | комментариев\ нет:? | brak\ komentarzy:? | \d+\ komentarz\w*:? | keine\ kommentare:? | \d+\ kommentare?:?
    | немає\ коментарів:? | коментарів\ немає:? | \d+\ коментар\w*:? | comments?:? | komentarai:? | комментарии:?
    | коментарі:? | komentarze:? | kommentare:?
"""
_WRITE: Final = r"""
    post\ a\ comment | leave\ a\ (?:comment|reply) | add\ (?:a\ )?comment | rašyti\ komentarą | отправить\ комментарий
    | добавить\ комментарий | дописати\ коментар | додати\ коментар | prześlij\ komentarz | dodaj\ komentarz
    | kommentar\ (?:veröffentlichen|schreiben)
"""
_LINKS: Final = r"""
    home | newer\ posts? | older\ posts? | read\ more(?:\ ?[»›…])? | about(?:\ (?:me|us|the\ author|this\ blog))?
    | contact | imprint | archive | privacy(?:\ policy)? | related\ posts?(?::.{0,100})?
    | you\ (?:may|might)\ also\ like:?.{0,100} | powered\ by\ .{1,30} | ←\ .{1,80} | .{1,80}\ →
    | naujesnis\ (?:pranešimas|įrašas) | senesnis\ (?:pranešimas|įrašas)
    | pradžia | pagrindinis\ puslapis | следующее | предыдущее | главная(?:\ страница)? | новіша\ публікація
    | давніша\ публікація | головна(?:\ сторінка)? | nowszy\ post | starszy\ post | strona\ główna | neuerer\ post
    | älterer\ post | startseite
"""
_SHARE: Final = r"""
    email\ this(?:\ post)? | blogthis! | (?:share|tweet|print|like|reblog|follow|subscribe)(?:\ this)?
    | share\ (?:to|on|via)\ (?:x|twitter|facebook|pinterest|telegram|whatsapp|linkedin|email)
    | siųsti\ el\.\ paštu | rašykite\ tinklaraštyje! | (?:bendrinti|dalytis|bendrinkite)\ .{1,40}
    | отправить\ по\ электронной\ почте | написать\ об\ этом\ в\ блоге
    | (?:поделиться|опубликовать)\ в\ .{1,30} | поделиться
    | надіслати\ електронною\ поштою | опублікувати\ в\ блозі! | поділитися(?:\ в|\ через)?\ ?.{0,30}
    | wyślij\ pocztą\ e-mail | wrzuć\ na\ bloga! | udostępnij(?:\ .{1,40})?
    | diesen\ post\ per\ e-mail\ versenden | bloggen! | teilen | in\ .{1,12}\ freigeben | (?:bei|auf)\ .{1,12}\ teilen
    | subscribe\ to:?\ .{1,60} | užsiprenumeruokite:?\ .{1,60} | подписаться\ на:?\ .{1,60}
    | підписатися\ на:?\ .{1,60} | subskrybuj:?\ .{1,60} | abonnieren:?\ .{1,60}
    | subscribe\ (?:by|via)\ .{1,30} | (?:share|follow)(?:\ this|\ us)?:?\ (?:on\ )?(?:x|twitter|facebook|pinterest|
    telegram|whatsapp|linkedin|email|reddit|instagram|rss)\b.{0,60}
"""
_SIGNED: Final = r"""
    (?:posted|published)\ (?:by|at|on)\b.{0,70} | (?:parašė|paskelbė|autorius:)\ .{1,70} | įrašė\ .{1,70}
    | (?:автор:|опубликовал\w*)\ .{1,70} | (?:опублікував|опублікувала|опубліковано)\ .{1,70}
    | (?:autor:|opublikowane\ przez|autor\ posta:?)\ .{1,70} | (?:eingestellt|gepostet|veröffentlicht)\ von\ .{1,70}
    | (?:labels|tags|etiketės|žymės|ярлыки|метки|мітки|ярлики|etykiety|tagi)\s*:.{0,200}
"""
_MAILED: Final = r"""
    (?:view|read|open)\ (?:this\ )?(?:post|e-?mail|message|newsletter|it)?\ ?(?:in|on|with)\ (?:a|the|your)?\ ?
    (?:web\ ?)?(?:browser|web|app)(?:\ at)?(?:\ https?://\S+)?
    | unsubscribe(?:\ (?:here|from\ this\ list))?[.:]?(?:\ https?://\S+)?
    | (?:manage|update)\ (?:your\ )?(?:subscription|preferences)(?:\ https?://\S+)?
    | (?:©|\(c\)|copyright)\ (?:©\ )?(?:19|20)\d\d\b.{0,80} | all\ rights\ reserved\.?
    | отписаться(?:\ от\ рассылки)? | (?:открыть|посмотреть)\ в\ браузере | відписатися(?:\ від\ розсилки)?
    | (?:відкрити|переглянути)\ у\ браузері | atsisakyti\ (?:prenumeratos|naujienlaiškio) | peržiūrėti\ naršyklėje
    | newsletter\ abbestellen | im\ browser\ (?:ansehen|öffnen) | wypisz\ się | (?:otwórz|zobacz)\ w\ przeglądarce
"""
_ONE: Final = rf"(?:{_COUNTERS}|{_WRITE}|{_LINKS}|{_SHARE}|{_SIGNED}|{_MAILED})"
_LINE: Final = re.compile(rf"{_ONE}(?:\ *[|·•/]\ *{_ONE})*", re.VERBOSE | re.IGNORECASE)
_ROUND: Final = " *_|•·►"  # what a template puts round a line
_LINK_LABEL: Final = r"(?:more|related|read(?:\ more)?|also\ read|see\ also|see\ more|watch|listen|you\ may\ like)"
_LINK: Final = re.compile(
    rf"""
    [^:.!?\n]{{2,80}}:(?=[A-Z‘'“"])[^\n]{{2,200}}  # scraped pages lose the blank before a linked title
    | (?i:{_LINK_LABEL}):\ (?=[A-Z‘'“"])[^\n]{{2,200}}
    """,
    re.VERBOSE,
)
_FULL_STOP: Final = re.compile(r"[.…][”\"’']?\Z")
_PAPERS_NOTE: Final = re.compile(
    r"""
    contributing:.{1,120} | [^.]{1,120}\ contributed\ to\ this\ (?:report|story|article)\.?
    | (?:follow|reach|contact|e-?mail)\ [^@]{1,100}@.{1,160}
    | (?:[^.?]{1,60}[.?]\ )?sign\ up\ .{1,80}\ newsletters?\b.{0,150}
    | (?:support|thank\ you\ for\ supporting)\ (?:our|local)\ journalism\b.{0,150}
    | advertisement | (?:story|article)\ continues(?:\ below)?.{0,30} | scroll\ to\ continue.{0,30}
    | video\ ad\ feedback.{0,150}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Return whether the whole of *line* is page boilerplate."""
    line = line.strip(_ROUND)
    return is_papers_line(line) or (not line.endswith(('."', ".”")) and _LINE.fullmatch(line) is not None)


def is_papers_line(line: str) -> bool:
    """Return whether *line* is what a newspaper's page has between paragraphs: a link to another article, or a note.

    A link is a label, a colon, and a title without a full stop. A post that quotes the article may have copied both.
    """
    line = line.strip(_ROUND)
    is_link = _LINK.fullmatch(line) is not None and not _FULL_STOP.search(line)
    return is_link or _PAPERS_NOTE.fullmatch(line) is not None
