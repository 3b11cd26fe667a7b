"""Names of months in the languages that posts are written in."""

from __future__ import annotations

from typing import Final

_NAMES: Final = (
    "jan january sausio sausis январь января янв січень січня stycznia styczeń januar jänner",
    "feb february vasario vasaris февраль февраля фев лютий лютого lutego luty februar",
    "mar march kovo kovas март марта мар березень березня marca marzec märz",
    "apr april balandžio balandis апрель апреля апр квітень квітня kwietnia kwiecień",
    "may gegužės gegužė май мая травень травня maja maj mai",
    "jun june birželio birželis июнь июня червень червня czerwca czerwiec juni",
    "jul july liepos liepa июль июля липень липня lipca lipiec juli",
    "aug august rugpjūčio rugpjūtis август августа авг серпень серпня sierpnia sierpień",
    "sep sept september rugsėjo rugsėjis сентябрь сентября сен вересень вересня września wrzesień",
    "oct october spalio spalis октябрь октября окт жовтень жовтня października październik oktober okt",
    "nov november lapkričio lapkritis ноябрь ноября ноя листопад листопада listopada listopad",
    "dec december gruodžio gruodis декабрь декабря дек грудень грудня grudnia grudzień dezember dez",
)
MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Number of the month, 1 to 12, by its name in lower case."""
