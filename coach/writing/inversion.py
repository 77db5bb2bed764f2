"""Turns direct questions into indirect ones and back: "how do I start?" <-> "how to start"."""

from coach.writing.grammar import AUXILIARY, DETERMINERS, SUBJECT_PRONOUNS
from coach.writing.lexicon import Lexicon
from coach.writing.text import capitalise
from coach.writing.voice import Voice

_SAYS_OF_IT = frozenset(
    "worth enough too still really even good better best right wrong ok okay realistic possible normal necessary needed "
    "useful important hard easier likely fair allowed required".split()
)
"""Where what is said of a thing begins, after its name."""


def indirect(question: str, lexicon: Lexicon | None = None) -> str:
    """A direct question as a clause: "how do I start?" -> "how to start"; "" when it cannot be done."""
    text = question.strip().rstrip("?").strip()
    words = text.split()
    low = [word.lower() for word in words]
    if low[0] in AUXILIARY and len(words) > 2 and low[1] in SUBJECT_PRONOUNS:
        if low[0] in {"do", "does", "did"}:
            return f"whether {words[1]} {' '.join(words[2:])}" if low[0] == "do" else ""
        return f"whether {words[1]} {low[0]} {' '.join(words[2:])}"
    for index, word in enumerate(low[:6]):
        if (
            index
            and word in AUXILIARY
            and index + 1 < len(low)
            and low[index + 1] in SUBJECT_PRONOUNS
        ):
            head, subject, rest = words[:index], words[index + 1], words[index + 2 :]
            lead = " ".join([low[0], *head[1:]])
            if (
                word in {"do", "can", "should", "could"}
                and low[index + 1] == "i"
                and low[0] != "why"
            ):
                return f"{lead} to {' '.join(rest)}"
            if (
                word == "did"
                and lexicon is not None
                and rest
                and rest[0].lower() in lexicon.to_past
            ):
                return f"{lead} {subject} {lexicon.to_past[rest[0].lower()]} {' '.join(rest[1:])}".strip()
            if word in {"does", "did"}:
                return ""
            if word == "do":
                return f"{lead} {subject} {' '.join(rest)}"
            return f"{lead} {subject} {word} {' '.join(rest)}"
    return ""


def whether_it_is(question: str) -> str:
    """A question about a thing as a clause: "is a PhD worth it" -> "whether a PhD is worth it"; "" for others."""
    words = question.strip().rstrip("?").split()
    said = next((i for i, word in enumerate(words) if i > 2 and word.lower() in _SAYS_OF_IT), 0)
    if not said or words[1].lower() not in DETERMINERS:
        return ""
    return f"whether {' '.join(words[1:said])} {words[0].lower()} {' '.join(words[said:])}"


def direct(clause: str, voice: Voice) -> str:
    """An indirect question about the reader as a direct one: "how you chose" -> "How did you choose?".

    Returns "" when the clause is not of that kind.
    """
    words = clause.rstrip("?").split()
    low = [word.lower() for word in words]
    if len(words) > 2 and low[0] in {"how", "why", "when", "where", "what"} and low[1] == "you":
        verb, rest = low[2], " ".join(words[3:])
        if (verb in AUXILIARY and verb not in {"do", "did", "have", "had"}) or (
            verb == "have" and len(low) > 3 and low[3] in voice.lexicon.participle
        ):
            return as_question(f"{words[0]} {verb} you {rest}")
        if verb in voice.lexicon.past and verb not in {"read", "put", "set", "let", "cut"}:
            return as_question(f"{words[0]} did you {voice.lexicon.past[verb]} {rest}")
        return as_question(f"{words[0]} do you {verb} {rest}")
    return ""


def as_question(text: str) -> str:
    """The text with a capital and one question mark."""
    return capitalise(" ".join(text.rstrip("?.! ").split())) + "?"
