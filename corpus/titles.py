"""What stands before a name and is no part of it, and what is written like a name and is nobody's."""

from __future__ import annotations

import re
from typing import Final

from corpus.first_names import GENDERS
from corpus.occupations import OCCUPATION

_COURTESIES: Final = "Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady"
OFFICE: Final = (
    r"(?:Gen|Sen|Rep|Gov|Adm|Col|President|Prime\ Minister|Foreign\ Minister|Defen[cs]e\ Minister|Minister|Chancellor|"
    r"Secretary|Ambassador|General(?!\ (?:Motors|Electric|Mills|Dynamics|Assembly)\b)|"
    r"Admiral|Colonel|Senator|Professor|Republican|Democrat|Democratic|Envoy|Spokeswoman|"
    r"Spokesman|Marshal|Premier|King|Queen|Pope|Speaker|Leader|Congressman|Congresswoman|Mayor|Justice|Judge|Chairman|"
    r"Chairwoman|Director|Attorney\ General|District\ Attorney|Attorney|DA|Nominee|Representative|Governor|Chief|Reps|"
    r"Sens|Lt|Sgt|Maj|Capt|Rev|Supervisor|Superintendent|Administrator|Manager|CEO|CFO|COO|MP|MEP|Detective|Inspector|"
    r"Officer|Sheriff|Coach|Commissioner|Moderator|Meteorologist|Historian|Actor|Actress|Singer|Designer|Accountant|"
    r"Author|Candidate|Clerk|Advis[eo]r|Treasurer|Auditor|Comptroller|Analyst|Economist|Strategist|Consultant|Reporter|"
    r"Editor|Correspondent|Chef|Pastor|Bishop|Archbishop|Cardinal|Captain|Lieutenant|Sergeant|Major|Trooper|Deputy|"
    r"Constable|Commander|Undersecretary|Councilman|Councilwoman|Councill?or|Assemblyman|Assemblywoman|Delegate|"
    r"Chair|Co-[Cc]hair|Famer|Coroner|Undersheriff|Pro\ Tempore|Pro\ Tem|Executive|Legislator|Lawmaker|Counsel|"
    r"Solicitor|Whip|Secretary-General|Professors|Presidents|Senators|Ministers)\.?"
)
TITLE: Final = rf"(?:(?:{_COURTESIES})\.?|(?:(?:[Tt]hen|[Ee]x|Vice)-)?{OFFICE})"
_MEN: Final = ("Mr", "Sir", "Lord", "King", "Prince", "Duke")
_WOMEN: Final = ("Mrs", "Ms", "Lady", "Queen", "Princess", "Duchess", "Baroness")
TITLES: Final = dict.fromkeys(_MEN, "m") | dict.fromkeys(_WOMEN, "f")
"""``m`` or ``f`` by a title that tells."""
WORD: Final = r"[A-ZÀ-ŽА-ЯЄІЇҐ][\w’'-]*[\w]"
FIRST: Final = rf"(?:(?:[A-Z]\.)+|{WORD})"
MORE: Final = rf"(?:[ ](?:(?:[A-Z]\.)+|(?:de|van|von|der|bin|al|da|del)[ ]{WORD}|{WORD}))"
NOT_A_PERSON: Final = re.compile(
    r"\b(?:Union|Ministry|Minister|Times|Corporation|Party|Council|Committee|Court|University|Army|House|Department|"
    r"States|Kingdom|Republic|League|Agency|Bank|Institute|Office|Senate|Congress|Parliament|Association|Company|Group|"
    r"Police|Force|Forces|Alliance|Herald|Post|News|Journal|Tribune|Gazette|Courier|Chronicle|Federation|Commission|"
    r"Organization|Service|Centers?|Centres?|Images|Association|Kremlin|Board|Authority|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|July|September|October|November|December|Assembly|Convention|"
    r"Conference|Republicans|Democrats|Almanac|Foundation|Museum|Clinic|Hospital|School|College|Press|Network|"
    r"Rovers|United|Wanderers|Athletic|Administration|Society|Coalition|Campaign|Industries|Inc|Corp|LLC|The|This|"
    r"Americans|Africans|Mexicans|Germans|Europeans|[A-Z]\w{2,}ians|That|These|It|He|She|They|We|But|And|In|On|At|"
    r"One|Another|Both|What|Officials|Analysts|Experts|Critics)\b|^(?:New|North|South|East|West|Northern|"
    r"Southern|Eastern|Western|Fort|Saint|Upper|Lower|Greater|Los|Las|San|Santa)\b(?=.* )| (?:County|City|Coast|Hills|"
    r"Beach|Island|Islands|America|Republican|Democrat|Youth|Health|Valley|Street|Avenue|Rangers|"
    r"Cup|Awards|Championships?|Reserve|Archive|Initiative|Zoo|Stadium|Arena|Airport|Airlines|Technologies|Systems|"
    r"Solutions|Partners|Holdings|"
    r"Securities|Studios|Survey|Poll|Marketing|Equity|Act|Intelligence|Programs?|Programme|Project|Center|Team|"
    r"Hotspur|Albion|F\.?C|Dynamo|Madrid|Féin|Fein)$"
)
"""Words of bodies, days, places and sentences; a state or a town with one of them is nobody either."""
OPENING: Final = (
    r"(?:What|When|Where|Why|How|Who|Whom|Whose|Which|As|If|While|Though|Although|Because|Since|Once|But|And|Or|So|Yet|"
    r"Then|Now|That|This|These|Those|In|On|At|To|For|From|By|With|After|Before|Like|Unlike|Both|Even|Only|Also|Can|"
    r"Could|Did|Does|Is|Was|Has|Had|Will|Would|Should|Until|Among|Under|Despite|Without|Meanwhile|However|Still|"
    r"Neither|Nor|Either|Regarding|About|Of|Born|Every|Some|Many|Most|Not|Against|Toward|"
    r"Between|Over|Through|During|Instead|Perhaps|Maybe|Just|Said|Says|Added|Asked|An?|All|Few|Several|Whilst|Are|Were|"
    r"Do|Take) "
)
"""Words that begin a sentence and no name."""
_TITLES_WITHIN: Final = re.compile(rf"^(?:.*[ ])?(?:{TITLE}[ ]+)")
_OFFICE_ALONE: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gen|Sen|Rep|Gov|Adm|Col|President|Minister|Secretary|Ambassador|General|Director|"
    r"Attorney|Governor|Senator|Representative|Congressman|Congresswoman|Chairman|Chairwoman|Nominee|Officer|Manager|"
    r"Administrator|Superintendent|Supervisor|CEO|CFO|COO|MP|MEP|Commissioner|Leader|Chief|Whip|Spokesman|Spokeswoman|"
    r"Republican|Democrat|Mayor|Assemblyman|Assemblywoman|Councilman|Councilwoman)\.?"
)
"""Titles that nobody has as a surname, as others do: Martin Luther King."""
_OPENS: Final = re.compile(rf"(?:{OPENING}|(?!Sterling|Channing|Irving)[A-Z][a-z]{{3,}}ing )+")
_OWNER: Final = re.compile(r".*(?:[’']s|(?<=s)[’']) (?=\S)")
"""Whose somebody is, before the name: "Brae’s Ilse Marrow"."""
_OWNED: Final = re.compile(r"(?:[’']s|(?<=s)[’']) .*")
_ACRONYM: Final = re.compile(r"[A-ZÀ-Ž]{2,}")
"""What no surname is, unless the whole name stands in capitals: "Brae CNN" is a dateline."""
_COMPOUND: Final = re.compile(r"-[a-z]")
"""Within what stands before a name, as "Cruz-supporting"."""
_OCCUPATION: Final = re.compile(r"(?:Co-)?[A-Za-z][a-z]{3,}(?:er|or|ist|man|woman|ian|ant)")
"""What somebody is, perhaps: it is none of the name where a first name follows, and it is no first name itself."""
_OCCUPIED: Final = re.compile(rf"(?:co-)?{OCCUPATION}", re.IGNORECASE)
"""What somebody is, with a capital because it begins a sentence or stands as a title."""
MOST_OF_AN_OCCUPATION: Final = 2  # words
_POSSESSIVE: Final = re.compile(r"[’']s?$")
GENERATION: Final = r",? (?:Jr|Sr|II|III|IV)\b\.?"
_GENERATION: Final = re.compile(rf"{GENERATION}$")


def bare_name(name: str) -> str:
    """Return *name* without what begins a sentence or the titles before it, and a possessive ending after it."""
    opens = _OPENS.match(name)
    title = _TITLES_WITHIN.match(name := name[opens.end() :] if opens else name)
    if title:
        name = _OWNED.sub("", name[title.end() :])  # "Governor Kest’s League"
    elif owner := _OWNER.match(name):
        name = name[owner.end() :]
    return _POSSESSIVE.sub("", _without_occupation(name))


def _without_occupation(name: str) -> str:
    """Return *name* without what somebody is before it: "Harbor Engineer Davor Kest", "Journalist Jewel Quell"."""
    words = name.split()
    for position in range(1, min(len(words) - 1, MOST_OF_AN_OCCUPATION + 1)):
        before = words[position - 1]
        is_occupation = _OCCUPATION.fullmatch(before) and before.lower() not in GENDERS
        if is_occupation and words[position].lower() in GENDERS:
            return " ".join(words[position:])
    is_occupied = len(words) > MOST_OF_AN_OCCUPATION and _OCCUPIED.fullmatch(words[0])
    return " ".join(words[1:]) if is_occupied else name


def surname(name: str) -> str:
    """Return the last word of a bare *name* that is no "Jr."."""
    return _GENERATION.sub("", name).split()[-1]


def generation(name: str) -> str:
    """Return the "Jr." or "III" of a bare *name* without marks; empty where it has none."""
    found = _GENERATION.search(name)
    return found.group().strip(" .,") if found else ""


def may_be_a_person(name: str) -> bool:
    """Tell whether a bare *name* is written as a person's: no body, place or day, and no title alone."""
    first = name.split(maxsplit=1)[0] if name else ""
    return (
        bool(first)
        and not (_ACRONYM.fullmatch(surname(name)) and not name.isupper())
        and not _COMPOUND.search(first)
        and not NOT_A_PERSON.search(name)
        and not _OFFICE_ALONE.fullmatch(name.rsplit(maxsplit=1)[-1])
    )
