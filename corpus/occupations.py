"""What people are called by what they do or are, as nouns in lower case: alternatives of regular expressions."""

from __future__ import annotations

from typing import Final

OCCUPATION: Final = (
    r"(?:(?!insist|resist|persist|consist|assist)[a-z]{3,}(?:ist|ician|orian|grapher|woman|sman|keeper|maker|writer|"
    r"player|driver|worker|owner|builder|teacher)|teacher|driver|writer|keeper|worker|owner|player|"
    r"lawyer|attorney|prosecutor|judge|arbitrator|mediator|magistrate|doctor|nurse|surgeon|professor|lecturer|scholar|"
    r"researcher|engineer|architect|poet|author|actor|actress|singer|dancer|director|producer|composer|painter|"
    r"sculptor|curator|designer|chef|cook|baker|butcher|farmer|fisherman|sailor|pilot|skipper|guard|officer|detective|"
    r"inspector|soldier|veteran|diplomat|ambassador|envoy|minister|mayor|governor|senator|chancellor|president|premier|"
    r"chairman|chairwoman|secretary|treasurer|spokesman|spokesperson|editor|reporter|correspondent|critic|"
    r"blogger|trader|banker|broker|investor|founder|co-founder|entrepreneur|landlord|clerk|priest|pastor|"
    r"bishop|rabbi|imam|monk|nun|coach|captain|midfielder|striker|goalkeeper|defender|quarterback|trainer|referee|"
    r"boxer|wrestler|swimmer|runner|star|comedian|rapper|musician|drummer|conductor|librarian|restorer|carpenter|"
    r"plumber|mechanic|welder|miner|ranger|gardener|warden|superintendent|commissioner|auditor|accountant|adviser|"
    r"advisor|consultant|manager|executive|organizer|lawmaker)"
)
"""What somebody does."""
PERSON: Final = (
    rf"(?:{OCCUPATION}|man|woman|boy|girl|person|resident|neighbou?r|witness|passenger|visitor|customer|voter|student|"
    r"pupil|villager|protester|survivor|victim|refugee|retiree|pensioner|widow|widower|mother|father|user|caller|"
    r"official|aide|colleague|friend)"
)
"""What somebody is called who has no name."""
ROLE: Final = (
    r"(?:director|head|president|owner|chairman|chairwoman|chairperson|chair|chief|founder|co-founder|professor|"
    r"spokesman|spokeswoman|spokesperson|arbitrator|mediator|judge|colleague|deputy|successor|predecessor|editor|"
    r"author|leader|secretary|minister|governor|mayor|manager|economist|analyst|dean)"
)
"""What somebody is called without an article: "Orrin Pell, founder of the Harbor Fund"."""
