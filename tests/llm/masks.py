"""Masks a text for a test, having seen that it comes back whole."""

from coach.domain.model import Names
from coach.llm.masking import Mask


def mask_of(*people, organisations=()):
    return Mask(Names(people=people, organisations=tuple(organisations)))


def masked(text, *people, organisations=()):
    """The masked text, after it was seen to come back whole."""
    mask = mask_of(*people, organisations=organisations)
    out = mask.mask(text)
    assert mask.restore(out) == text
    return out


def pieces(mask, text, size):
    stream = mask.stream()
    out = [stream.feed(text[at : at + size]) for at in range(0, len(text), size)]
    return "".join([*out, stream.end()])
