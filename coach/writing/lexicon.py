"""Knows the words the writer must recognise: verb forms, roles, works, acronyms.

The lists are data (``knowledge/wording/lexicon.yaml``); the spelling rules for regular verbs are
those of any English grammar.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError

VOWELS = "aeiou"
LISTS = (
    "mentee_verbs",
    "counterpart_verbs",
    "works",
    "directories",
    "occasions",
    "roles",
    "single_roles",
    "mass_nouns",
    "counted_topics",
    "adjectives",
    "acronyms",
    "passives",
    "countable_facts",
    "family_first",
    "titles",
    "instructions",
)
DOUBLING = frozenset(
    "admit commit cut drop emigrate hit let map plan prefer program put quit refer run set ship "
    "skip stop sit step submit swim transfer win get begin forget chat enrol cancel travel model".split()
)
BE_AND_HAVE = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}


@dataclass(frozen=True)
class Lexicon:
    """Word lists and verb forms. All words are lower case.

    ``past``, ``participle``, ``third`` and ``gerund`` map a form to its base verb.
    """

    base: frozenset[str]
    past: dict[str, str]
    participle: dict[str, str]
    third: dict[str, str]
    gerund: dict[str, str]
    to_gerund: dict[str, str]
    to_past: dict[str, str]
    words: dict[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` stands in the list ``name``."""
        return word.lower() in self.words[name]

    def participle_of(self, base: str) -> str:
        """The past participle of a verb: "live" -> "lived"; "" when the verb is not listed."""
        return next((form for form, of in self.participle.items() if of == base), "")

    def is_role(self, word: str) -> bool:
        """Whether ``word`` says what a person is: listed, or formed like "bookkeeper", "botanist"."""
        low = word.lower()
        return low in self.words["roles"] or (low.endswith(ROLE_ENDINGS) and len(low) > 5)

    def is_finite(self, word: str) -> bool:
        """Whether ``word`` can be the verb of a clause (past, present third person, be, have)."""
        low = word.lower()
        return low in self.past or low in self.third or low in FINITE

    def second_person(self, verb: str) -> str:
        """The form of a third-person verb that goes with "you": leads -> lead, is -> are."""
        low = verb.lower()
        if low in BE_AND_HAVE:
            return BE_AND_HAVE[low]
        if low in self.third:
            return self.third[low]
        return verb

    def gerund_of(self, verb: str) -> str:
        """The -ing form of a base verb, known or not."""
        return self.to_gerund.get(verb.lower()) or _gerund(verb.lower())


ROLE_ENDINGS = (
    "keeper",
    "ist",
    "ician",
    "worker",
    "maker",
    "eer",
    "speaker",
    "smith",
    "grapher",
    "winner",
)
FINITE = frozenset(
    "am is are was were be been has have had do does did can could will would shall should may might "
    "must can't cannot couldn't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't "
    "don't doesn't didn't i'm i've i'd you're you've she's he's it's they're they've we're we've "
    "that's there's".split()
)


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in DOUBLING else verb) + "ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in DOUBLING else verb) + "ed"


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _entries(text: str) -> list[list[str]]:
    """The entries of a list in which each has several words."""
    return [entry.split() for entry in text.replace("\n", " / ").split("/") if entry.strip()]


@lru_cache(maxsize=4)
def load_lexicon(knowledge: Path) -> Lexicon:
    """Read ``wording/lexicon.yaml`` and make the verb forms.

    Raises:
        KnowledgeError: when the file is missing, or a list is.
    """
    path = knowledge / "wording" / "lexicon.yaml"
    try:
        data = load_mapping(path)
        words = {name: frozenset(data[name].split()) for name in LISTS}
        irregular, past_only = _entries(data["irregular_verbs"]), _entries(data["past_forms"])
        regular = data["regular_verbs"].split()
    except (KeyError, AttributeError, TypeError) as error:
        fix = "Restore it from the repository."
        raise KnowledgeError(f"{path}: the word lists cannot be read ({error})", fix) from error
    triples = [*irregular, *([verb, _past(verb), _past(verb)] for verb in regular)]
    return Lexicon(
        base=frozenset(entry[0] for entry in triples) | {"be", "have"},
        past={entry[1]: entry[0] for entry in triples}
        | dict(past_only)
        | {"learned": "learn", "was": "be"},
        participle={entry[2]: entry[0] for entry in triples} | {"been": "be", "had": "have"},
        third={_third(entry[0]): entry[0] for entry in triples} | {"has": "have"},
        gerund={_gerund(entry[0]): entry[0] for entry in triples}
        | {"being": "be", "having": "have"},
        to_gerund={entry[0]: _gerund(entry[0]) for entry in triples} | {"be": "being"},
        to_past={entry[0]: entry[1] for entry in triples},
        words=words,
    )
