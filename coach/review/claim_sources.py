"""Says which fields of the brief a text rests on."""

from functools import lru_cache

from coach.review.claim_ledger import HEAD, Ledger, by_head
from coach.review.claim_lexicon import akin


def rests_on(ledger: Ledger, text: str) -> tuple[str, ...]:
    """Return the fields that ``text`` rests on, those that hold most of it first."""
    content = set(ledger.content(text, "title"))
    telling = {s for s in content if s not in ledger.wording or s in ledger.stems}
    if not telling:
        return ()
    left, found = set(telling), []
    scored = [
        (len(_held(ledger, left, stems)), f.path, stems) for f, stems in ledger.stems_by_field
    ]
    for count, path, stems in sorted(scored, key=lambda item: -item[0]):
        held = _held(ledger, left, stems)
        if count and held:
            found.append(path)
            left -= held
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=256)
def _heads(given: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return by_head(given)


def _held(ledger: Ledger, wanted: set[str], given: frozenset[str]) -> set[str]:
    exact = wanted & given
    rest = wanted - exact
    if not rest:
        return exact
    groups, heads = ledger.groups_of(given), _heads(given)
    own = ledger.lexicon.groups
    other = {s for s in rest if s not in ledger.wording and own.get(s, frozenset()) & groups}
    family = {s for s in rest - other if any(akin(s, g) for g in heads.get(s[:HEAD], ()))}
    return exact | other | family
