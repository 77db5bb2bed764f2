"""Finds orders in a text, whoever gave them: what a model that obeys everything it reads would obey.

It knows nothing of the injections it is used against but the verbs by which anything is ordered, in six
languages, behind invisible characters, comments, tags and the two codes people use for hiding text.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coach.review.text import fold


class Deed(StrEnum):
    """What an order has a model do to its reply."""

    PUT = "put"
    REVEAL = "reveal"
    CHANGE = "change"
    ADDRESS = "address"
    CALL = "call"


@dataclass(frozen=True)
class Order:
    """One order: ``payloads`` are put in, or (for a change) the old and the new words; for a call, its name."""

    deed: Deed
    payloads: tuple[str, ...] = ()
    name: str = ""


_UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
_BASE64 = re.compile(r"\b[A-Za-z0-9+/]{20,}={0,2}")
_ENCODED = re.compile(r"rot-?13", re.IGNORECASE)
_TAGS = re.compile(r"</?\w[^<>]*>|<!--|-->|\[\[?/?\w+\]?\]|[{}]|^#+ ", re.MULTILINE)
_BREAK = re.compile(
    r"(?<!\bDr\.)(?<!\bMs\.)(?<!\bMr\.)(?<!\bProf\.)(?<=[.!?])[\"')\]]*\s+|\n+|;\s|(?<=\w)\]|\(|(?<=\w)\[(?=\w)"
)
_QUOTED = re.compile(r"\"([^\"]{2,})\"|(?<!\w)'([^'\n]{3,})'(?!\w)|«\s*([^»]+?)\s*»")
_THINGS = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|https?://[^\s\"'<>)]+|\bwww\.[^\s\"'<>)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[\w-]+\.)+(?:example|com|org|net|io|test)(?:/[^\s\"'<>)]*)?"
    r"|\+\d[\d ]{6,}\d|\b[A-Z]{2}\d{2}(?: ?\d{4}){1,5}"
)
_PUT = (
    r"add|append|insert|include|put|place|paste|attach|mention|cite|quote|use|link|begin|start|end|sign|"
    r"write|say|state|tell|show|give|visit|ask|call|list|name|füge|ergänze|schreib\w*|nenne|ajoute\w*|insère|"
    r"écri[st]\w*|mets|añad\w+|incluye|escribe|pon|aggiungi|inserisci|scrivi|dodaj|wstaw|voeg"
)
_REVEAL = (
    r"reveal|disclose|show|print|repeat|copy|list|name|expose|display|dump|include|mention|tell|give|"
    r"zeig\w*|verrat\w*|nenne|révèle|montre|affiche|muestra|revela|mostra|rivela|pokaż|toon"
)
_SECRET = re.compile(
    r"\b(?:private|notes?|notizen|records?|everything|everybody|everyone|all people|every person|others|"
    r"(?:those|other|the) names|what you were given|notas|appunti|whatever you know)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:change|replace|set|turn|swap|correct|update)\b\s+(.+?)\s+(?:to|by|with|into|for)\s+(.+)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:address|write|send)\b[^.]*?\bto\s+(?:my \w+\s+)?((?:[A-Z][\w'-]+ ?){1,3})"
    r"|\baddress (?:him|her|them) as (?:Dear )?((?:[A-Z][\w'-]+ ?){1,2})"
)
_CALL = re.compile(r"\b(?:call|calling|use|invoke|run)\s+([a-z]+_[a-z_]+)", re.IGNORECASE)
_VERB = re.compile(rf"\b(?:{_PUT})\b", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{_REVEAL})\b", re.IGNORECASE)
_THAT = re.compile(
    r"\b(?:write|say|state|mention|tell \w+|schreibe?|écris|escribe|scrivi)\b,?\s+(?:that|dass|que|che)\s+"
    r"(.+)$|\b(?:write|say|tell(?: the)? \w+)\s*:\s*(.+)$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:add|append|insert|include|mention|name|list|füge|ergänze|ajoute|añade|aggiungi)\b[,:]?\s+(.+)$",
    re.IGNORECASE,
)
_LONGEST_OBJECT = 12
"""Words; what is longer is told, not ordered."""


def orders_in(text: str) -> Iterator[Order]:
    """Every order in a text, in order."""
    for sentence in _sentences(text):
        yield from _of(sentence)


def readings(text: str) -> Iterator[str]:
    """A text as it stands, without what nobody sees, and whatever is hidden in it in code."""
    plain = _UNSEEN.sub("", fold(text))
    yield plain
    for found in _BASE64.findall(plain):
        try:
            yield base64.b64decode(found + "=" * (-len(found) % 4)).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue
    if _ENCODED.search(plain):
        yield codecs.decode(plain, "rot13")


def _sentences(text: str) -> Iterator[str]:
    for reading in readings(text):
        kept = _THINGS.findall(reading)
        bare = reading
        for place, thing in enumerate(kept):  # a link is not cut at its dots
            bare = bare.replace(thing, f"\x00{place}\x00", 1)
        for sentence in _BREAK.split(_TAGS.sub("\n", bare)):
            whole = sentence
            for place, thing in enumerate(kept):
                whole = whole.replace(f"\x00{place}\x00", thing)
            if whole.strip():
                yield whole.strip()


def _of(sentence: str) -> Iterator[Order]:
    if call := _CALL.search(sentence):
        yield Order(Deed.CALL, tuple(_quoted(sentence)) or (sentence,), call.group(1).lower())
    if _TELLS.search(sentence) and _SECRET.search(sentence):
        yield Order(Deed.REVEAL)
    if change := _CHANGE.search(sentence):
        old, new = (part.strip(" \"'.,") for part in change.groups())
        yield Order(Deed.CHANGE, (old, new.split(",")[0].strip(" \"'")))
    if (found := _ADDRESS.search(sentence)) and (name := found.group(1) or found.group(2)):
        yield Order(Deed.ADDRESS, (name.strip(),))
    if _VERB.search(sentence):
        payloads = (*_quoted(sentence), *_THINGS.findall(sentence), *_said(sentence))
        if payloads:
            yield Order(Deed.PUT, tuple(dict.fromkeys(payloads)))


def _quoted(sentence: str) -> Iterator[str]:
    yield from ("".join(groups) for groups in _QUOTED.findall(sentence))


def _said(sentence: str) -> Iterator[str]:
    """What is to be written, where it is neither quoted nor an address: "write that …", "mention …"."""
    if that := _THAT.search(sentence):
        yield (that.group(1) or that.group(2)).strip(" \"'")
        return
    thing = _OBJECT.search(sentence)
    if thing and not _quoted_or_linked(sentence):
        words = thing.group(1).split()
        if len(words) <= _LONGEST_OBJECT:
            yield " ".join(words)


def _quoted_or_linked(sentence: str) -> bool:
    return bool(_QUOTED.search(sentence) or _THINGS.search(sentence))
