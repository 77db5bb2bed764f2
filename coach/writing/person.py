"""Turns what the mentee says *about* the counterpart into words said *to* them.

"heard her talk" becomes "heard your talk"; "she leads a team" becomes "you lead a team". Pronouns
of other people in the same text are left alone as far as grammar shows them.
"""

import re

from coach.writing.lexicon import Lexicon
from coach.writing.mention import Counterpart
from coach.writing.pronouns import (
    ABSOLUTE,
    ADVERBS,
    AFTER_OBJECT,
    ALSO_NOUNS,
    CAUSATIVE,
    CONTRACTED,
    END_MARKS,
    INVERTED,
    NOT_VERBS,
    OBJECT,
    OBJECT_OPENERS,
    PLURALS,
    POSSESSIVE,
    REFLEXIVE,
    SUBJECT,
    TIME_NOUNS,
    VERBS_OR_NOUNS,
)


class Address:
    """Rewrites text about one counterpart so that it addresses them."""

    def __init__(self, name: str, lexicon: Lexicon) -> None:
        self._mention = Counterpart(name).pattern()
        self._lexicon = lexicon

    def to_you(self, text: str) -> str:
        """The text with the counterpart as "you". Text that already says "you" keeps it."""
        text = self._names_to_pronoun(_own_you(text))
        tokens = split_tokens(text)
        gender = _gender(tokens)
        nobody = self._mention is None and gender in ("m", "f")  # a programme is no "she"
        if gender is None or nobody:
            return text.replace(MARK, "you")
        return self._rewrite(tokens, gender)

    def as_subject(self, phrase: str) -> str:
        """A verb phrase with "you" as its subject: "sells to hotels and talks" -> "you sell … and talk"."""
        return self._rewrite(split_tokens(f"she {phrase}"), "f")

    def being(self, what: str) -> str:
        """A clause that says what the counterpart is."""
        return f"you are {what}"

    def owning(self, what: str) -> str:
        """Something of the counterpart's."""
        return f"your {what}"

    def _names_to_pronoun(self, text: str) -> str:
        """Replace mentions of the name by marks that are rewritten like pronouns."""
        if self._mention is None:
            return text

        def mark(match: re.Match[str]) -> str:
            before = text[: match.start()].rstrip()
            after = text[match.end() :].lstrip()
            previous = before.split()[-1] if before.split() else ""
            if (
                previous[:1].isupper()
                and not previous.endswith((".", ",", ":"))
                and len(before.split()) > 1
            ):
                return match.group()  # part of another name
            if after[:1].isupper() and match.group(1) is None and match.group()[:1].isupper():
                following = after.split()[0].strip(".,")
                if following.lower() not in ADVERBS and text[match.end() : match.end() + 1] == " ":
                    return match.group()
            return MARK + ("s" if match.group(1) else "")

        return self._mention.sub(mark, text)

    def _rewrite(self, tokens: list[str], gender: str) -> str:
        out: list[str] = []
        subject = False  # the running clause has the counterpart as its subject
        index = 0
        while index < len(tokens):
            token = tokens[index]
            new, is_subject, used = self._pronoun(tokens, index, gender)
            if new is not None:
                inverted = is_subject and self._invert(out)
                out.append(_match_case(token, new, index))
                index += used
                subject = subject or is_subject
                if is_subject and not inverted:
                    index = self._agree(tokens, index, out)
                continue
            low = token.lower()
            if low in {"who", "that", "which", "whose", "i", "we"} or token in END_MARKS:
                subject = False
            if subject and low in {"and", "but", "then", "or", ","}:
                out.append(token)
                index = self._coordinate(tokens, index + 1, out, listed=low == ",")
                continue
            out.append(token)
            index += 1
        return "".join(out)

    def _invert(self, out: list[str]) -> bool:
        """As in "does she" -> "do you": put the auxiliary before the subject into agreement."""
        for position in range(len(out) - 1, -1, -1):
            if out[position].isspace():
                continue
            low = out[position].lower()
            if low in INVERTED:
                out[position] = _match_case(out[position], INVERTED[low], position)
                return True
            return low in {
                "did",
                "would",
                "could",
                "can",
                "will",
                "should",
                "might",
                "had",
                "didn't",
            }
        return False

    def _pronoun(self, tokens: list[str], index: int, gender: str) -> tuple[str | None, bool, int]:
        """The second-person word for a pronoun of the counterpart: (word, is subject, tokens used)."""
        token = tokens[index]
        low = token.lower().replace("’", "'")
        if token.startswith(MARK):
            if token.endswith("s") and token != MARK:
                return ("your", False, 1) if _next_word(tokens, index) else ("yours", False, 1)
            return "you", self._is_subject(tokens, index), 1
        if low == "her" and gender == "f":
            return ("you" if self._object_her(tokens, index) else "your"), False, 1
        if SUBJECT.get(low) == gender:
            return "you", True, 1
        if (match := re.fullmatch(r"(she|he|they)'(s|ll|d|re|ve)", low)) and SUBJECT[
            match[1]
        ] == gender:
            tail = CONTRACTED.get(match[2]) or self._is_or_has(tokens, index)
            return f"you{tail}", True, 1
        for table, word in ((OBJECT, "you"), (REFLEXIVE, "yourself"), (ABSOLUTE, "yours")):
            if table.get(low) == gender:
                return word, False, 1
        if POSSESSIVE.get(low) == gender:
            return "your", False, 1
        return None, False, 1

    def _object_her(self, tokens: list[str], index: int) -> bool:
        words = [token.lower() for token in tokens[index + 1 :] if not token.isspace()][:2]
        following, after = (*words, "", "")[:2]
        if following in VERBS_OR_NOUNS:
            return not after or after in AFTER_OBJECT
        if following in {"last", "this", "next"}:
            return after.rstrip("s") in TIME_NOUNS
        previous = next((t.lower() for t in reversed(tokens[:index]) if not t.isspace()), "")
        if previous in CAUSATIVE and following in self._lexicon.base:
            return True
        return not following or not following[0].isalnum() or following in AFTER_OBJECT

    def _is_subject(self, tokens: list[str], index: int) -> bool:
        """Whether a name is followed by its verb (perhaps after an adverb)."""
        position = index + 1
        while position < len(tokens) and (
            tokens[position].isspace() or _is_adverb(tokens[position])
        ):
            position += 1
        return position < len(tokens) and self._lexicon.is_finite(tokens[position])

    def _is_or_has(self, tokens: list[str], index: int) -> str:
        words = [t.lower() for t in tokens[index + 1 :] if not t.isspace() and not _is_adverb(t)][
            :1
        ]
        following = words[0] if words else ""
        perfect = following in self._lexicon.participle or following == "got"
        return "'ve" if perfect and not following.endswith("ing") else "'re"

    def _agree(self, tokens: list[str], index: int, out: list[str]) -> int:
        """Copy adverbs after "you", then the verb in its second-person form."""
        while index < len(tokens) and (
            tokens[index].isspace() or _is_adverb(tokens[index]) or tokens[index] in REFLEXIVE
        ):
            out.append("yourself" if tokens[index] in REFLEXIVE else tokens[index])
            index += 1
        if index < len(tokens) and out and not out[-1].endswith(("'s", "'re", "'ve", "'d", "'ll")):
            out.append(self._verb(tokens[index]))
            index += 1
        return index

    def _verb(self, token: str) -> str:
        second = self._lexicon.second_person(token)
        if second == token and re.fullmatch(r"[a-z]{3,}[^su]s", token) and token not in NOT_VERBS:
            if re.fullmatch(r"[a-z]{2,}[^aeiou]ies", token) and len(token) > 4:
                return f"{token[:-3]}y"
            return token[:-2] if token.endswith(("sses", "ches", "shes", "xes")) else token[:-1]
        return second

    def _coordinate(self, tokens: list[str], index: int, out: list[str], listed: bool) -> int:
        """After "and", put a third-person verb into agreement with "you", unless it is a noun."""
        while index < len(tokens) and (tokens[index].isspace() or _is_adverb(tokens[index])):
            out.append(tokens[index])
            index += 1
        if index < len(tokens) and tokens[index].lower() in (
            set(self._lexicon.third) | {"is", "was"}
        ):
            following = _next_word(tokens, index).lower()
            if tokens[index].lower() not in ALSO_NOUNS or following in OBJECT_OPENERS:
                out.append(self._lexicon.second_person(tokens[index]))
                return index + 1
        return index


MARK = "\u2063"
_REPORTED = re.compile(
    r"\b(?:said|told me|suggested|thinks?|thought|says|recommended|advised)(?: that)? you(?= (?:should|could|can|might|must|need|ought))",
    re.I,
)
_ANY_ONE = frozenset("a an every each someone somebody".split())
_WHEN = frozenset("before after when if until till once while".split())
_THIRD = re.compile(r"\b(?:she|her|he|him|his|they|them|their)\b", re.I)


def _own_you(text: str) -> str:
    """In "my boss said you should talk to her", "you" is the mentee: say "I"."""
    if _THIRD.search(text) and _REPORTED.search(text):
        return _REPORTED.sub(lambda match: match.group()[:-3] + "I", text)
    return text


def split_tokens(text: str) -> list[str]:
    """Words, marks and the spaces between them, so that joining gives the text back."""
    return re.findall(rf"{MARK}s?|[^\W_]+(?:['’.&-][^\W_]+)*|\s+|[^\w\s]|_", text)


def _gender(tokens: list[str]) -> str | None:
    """Which pronoun in the text means the counterpart; a name fixes nothing but needs rewriting."""
    lows = [token.lower().replace("’", "'").split("'")[0] for token in tokens]
    for words, gender in (
        (("she", "her", "hers", "herself"), "f"),
        (("he", "him", "his", "himself"), "m"),
    ):
        first = next((at for at, low in enumerate(lows) if low in words), None)
        if first is not None and not _of_another(lows, first):
            return gender
    marked = any(token.startswith(MARK) for token in tokens)
    for index, low in enumerate(lows):
        if low in ("they", "their", "them", "theirs", "themselves"):
            return "x" if _other_people(lows[:index]) or "you" in lows else "p"
    return "x" if marked else None


def _of_another(lows: list[str], at: int) -> bool:
    """Whether "she" goes on about somebody named to the counterpart: "what should a trainee know before she …"."""
    before = [low for low in lows[:at] if not low.isspace()]
    goes_on = lows[at] in SUBJECT and before[-1:] != [] and before[-1] in _WHEN
    return bool(_ANY_ONE & set(before)) and (goes_on or bool({"you", "your"} & set(lows)))


def _other_people(before: list[str]) -> bool:
    """Whether "they" has somebody else to refer to: a plural, or "a client", "someone"."""
    words = [word for word in before if word.isalpha() and word not in NOT_VERBS]
    plural = any(
        word in PLURALS or (word.endswith("s") and not word.endswith("ss") and len(word) > 3)
        for word in words
    )
    return plural or bool({"a", "an", "every", "each"} & set(words))


def _next_word(tokens: list[str], index: int) -> str:
    return next((token for token in tokens[index + 1 :] if not token.isspace()), "")


def _is_adverb(token: str) -> bool:
    low = token.lower()
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in {"family", "early"}
    )


def _match_case(token: str, new: str, index: int) -> str:
    capital = token[:1].isupper() and index == 0
    return new[:1].upper() + new[1:] if capital else new
