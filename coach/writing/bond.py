"""Reads who somebody was to the mentee, from a connection that only names it: "my old manager 2016-2019".

Such words may mean the reader, or somebody who told of the reader. What is not plain is left out
and asked: a message that takes one for the other tells the reader something false.
"""

import re
from dataclasses import dataclass

from coach.domain.brief import Brief
from coach.domain.vocabulary import Purpose

_ABOVE = (
    r"manager|boss|supervisor|tutor|teacher|lecturer|professor|prof|mentor|coach|trainer|instructor|examiner|"
    r"head ?teacher|principal|foreman|forewoman|gaffer|employer|adviser|advisor|team lead|line lead|director"
)
_BESIDE = (
    r"colleague|co-?worker|team-?mate|class-?mate|course-?mate|flat-?mate|house-?mate|room-?mate|neighbour|neighbor|"
    r"lab partner|business partner|client|customer|student|apprentice|intern|trainee|pupil|mentee"
)
_BOND = re.compile(
    rf"^(?:you,? )?(?P<mine>(?:my|our) )?(?P<kind>(?:[\w'’/-]+ ){{0,4}}?)(?P<head>(?:ex-)?(?:{_ABOVE}|{_BESIDE}))"
    r"(?P<reader>,? you(?= |,|$))?(?P<rest>$|[ ,(].*)$",
    re.I,
)
KIN = re.compile(
    r"your (?:[\w-]+ )?(?:brother|sister|mother|father|son|daughter|cousin|uncle|aunt|niece|nephew|husband|wife|partner|friend|"
    r"mate|neighbour|colleague|landlord)(?:[ -]in[ -]law)?$",
    re.I,
)
"""What the person is to the go-between: "your cousin"."""
_BEFORE = re.compile(r"\b(?:old|former|ex|previous|past|one-?time|erstwhile)[ -]", re.I)
_BETWEEN = re.compile(
    r", | \(|(?<=[a-z])(?<! in)(?<! to)(?<! of)(?<! from)(?<! since)(?<! until)(?<! till) (?=(?:19|20)\d\d)"
)
_YEARS = re.compile(
    r"^(?:from )?(?P<one>(?:19|20)\d\d)\s?(?:-|–|—|to|until|till)\s?(?P<two>(?:19|20)\d\d|\d\d)\b"
)
_YEAR = re.compile(r"^(?:in )?(?P<year>(?:19|20)\d\d)\b")
_PLACED = re.compile(r"^(?:at|in|on|from|for|during|until|till|back|while|when|since|with)\b", re.I)
_FROM_PLACE = re.compile(r"^(?:from|back at) (?=[^\d])", re.I)


@dataclass(frozen=True)
class Bond:
    """What the words say: who (without "old"), where and when, and how sure it is whom they mean."""

    noun: str
    where: str
    past: bool
    above: bool
    others: bool
    reader: bool

    def as_sentence(self) -> str:
        """As in "You were my manager from 2016 to 2019."."""
        return f"You were my {self.noun}{f' {self.where}' if self.where else ''}."


def bond_of(text: str) -> Bond | None:
    """The bond a noun phrase names; None when it is none, or names a third person."""
    match = _BOND.match(text.strip().rstrip("."))
    if match is None or not (match["mine"] or _BEFORE.match(f"{match['kind']}{match['head']}")):
        return None
    where = _where(match["rest"].strip(" ,()"))
    if where is None:
        return None
    head = re.sub(r"^ex-", "", match["head"], flags=re.I)
    above = re.fullmatch(_ABOVE, head, re.I) is not None
    kind = _BEFORE.sub("", match["kind"])
    dated = re.search(r"\b(?:19|20)\d\d\b", where) is not None
    return Bond(
        noun=f"{kind}{head}".strip(),
        where=_FROM_PLACE.sub("at ", where) if above else where,
        past=dated or _BEFORE.search(f"{match['kind']}{match['head']}") is not None,
        above=above,
        others=re.search(r"['’]s? ", match["kind"]) is not None,
        reader=match["reader"] is not None or text.lower().startswith("you"),
    )


def _where(rest: str) -> str | None:
    """Where and when, joinable; None where something else follows, such as a name."""
    parts = [part.strip(" ,()") for part in _BETWEEN.split(rest)]
    told = []
    for part in filter(None, parts):
        if years := _YEARS.match(part):
            until = years["two"] if len(years["two"]) == 4 else f"{years['one'][:2]}{years['two']}"
            told.append(f"from {years['one']} to {until}{part[years.end() :]}")
        elif year := _YEAR.match(part):
            told.append(f"in {year['year']}{part[year.end() :]}")
        elif _PLACED.match(part):
            told.append(part)
        else:
            return None
    return " ".join(told)


def told_of(bond: Bond, brief: Brief) -> str | None:
    """The sentence to the reader; "" where it is not plain whom the words mean, None for a third person."""
    if bond.reader:
        return bond.as_sentence()
    if bond.others:
        return ""
    if brief.purpose is Purpose.RECONNECT:
        return bond.as_sentence() if bond.past or bond.above else ""
    known = brief.purpose is not Purpose.FIRST_CONTACT
    return "" if bond.past or (known and bond.above) else None
