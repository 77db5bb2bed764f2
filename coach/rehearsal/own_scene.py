"""Makes a scene and a counterpart for the person the mentee is about to meet, from what the mentee told and no more."""

import re
from collections.abc import Iterable, Mapping

from coach.domain.likeness import Formality, Likeness, Time, Warmth
from coach.rehearsal.lines import Lines, words_in
from coach.rehearsal.own_talk import OwnTalk, OwnWords, Told
from coach.rehearsal.scene import Asked, Counterpart, Persona, Scenario

BASE = "plain-and-even"
"""The persona every own person speaks like; only what the mentee chose changes it."""
LIKE_THEM = "like-them"
"""The id of a counterpart who is nobody's persona."""
MOST_QUOTED = 14
"""Words of the brief that are taken up in a line; a longer text is not."""
_PATIENCE = {Time.LITTLE: 50, Time.AGREED: 80, Time.PLENTY: 120}
_USUAL = {Time.LITTLE: 11, Time.AGREED: 16, Time.PLENTY: 20}
_RESISTANCE = {Warmth.RESERVED: 2, Warmth.EVEN: 1, Warmth.FRIENDLY: 0}
_SLOT = re.compile(r"\{(\w+)\}")


def own_persona(likeness: Likeness, base: Persona, words: OwnWords) -> Persona:
    """A plain and even counterpart, changed only by what the mentee chose."""
    manner = likeness.manner
    return base.model_copy(
        update={
            "id": LIKE_THEM,
            "name": likeness.name,
            "manner": words.guess,
            "resistance": _RESISTANCE[manner.warmth],
            "patience": _PATIENCE[manner.time],
            "usual_words": _USUAL[manner.time],
            "contractions": manner.formality is Formality.RELAXED,
        }
    )


def own_scene(likeness: Likeness, talk: OwnTalk, stock: Scenario, words: OwnWords) -> Scenario:
    """The talk with this person in it; of the scenario only title, stage and guidance are kept."""
    told = _Telling(likeness, stock, words)
    lines = Lines(f"{talk.id}/{likeness.name}")
    greeting = lines.choose(words.meets_again if talk.met_before else words.greets)
    opening = f"{greeting} {told.first(talk.openings)}"
    place = words.setting.with_place if likeness.place else words.setting.plain
    you = words.you.topic if told.slots["topic"] else words.you.plain
    return Scenario(
        id=talk.id,
        title=told.filled(words.title),
        relationship=stock.relationship,
        stage=stock.stage,
        cards=stock.cards,
        setting=told.filled(place),
        you=told.filled(you),
        counterpart=Counterpart(name=likeness.name, role=likeness.role),
        minutes=told.minutes,
        persona=BASE,
        opening=opening,
        wants=talk.wants,
        knows=(*talk.knows, *words.knows),
        asks_first=told.taken_up(talk.takes_up, opening),
        raises=(*talk.raises, *words.raises),
        after_yes=words.after_yes,
        asks_for=_both(talk.asks_for, words.asks_for),
        examples=talk.examples,
        feedback=words.feedback,
        decision=talk.decision,
        hidden=(),
        good=talk.good,
        obstacles=talk.obstacles,
        goals=talk.goals,
        thinking=talk.thinking,
        close=talk.close,
    )


def _both(
    some: Mapping[Asked, tuple[str, ...]], others: Mapping[Asked, tuple[str, ...]]
) -> dict[Asked, tuple[str, ...]]:
    """What the questions of this talk and those of every talk ask for."""
    return {kind: (*some.get(kind, ()), *others.get(kind, ())) for kind in (*some, *others)}


class _Telling:
    """Puts what the brief told into lines, word for word, or leaves the line out."""

    def __init__(self, likeness: Likeness, stock: Scenario, words: OwnWords) -> None:
        self._likeness, self._words = likeness, words
        halved = likeness.manner.time is Time.LITTLE
        self.minutes = max(1, likeness.minutes // 2) if halved else likeness.minutes
        self.slots: Mapping[str, str] = {
            "title": stock.title,
            "name": likeness.name,
            "who": who(likeness),
            "about": likeness.about,
            "topic": quotable(likeness.topic),
            "minutes": str(self.minutes),
            "place": likeness.place.rstrip(" ."),
        }

    def filled(self, line: str, **more: str) -> str:
        """The line with its slots filled, in one pass: what a person wrote is never read as a slot."""
        slots = {**self.slots, **more}
        return _SLOT.sub(lambda found: slots[found.group(1)], line)

    def first(self, lines: Iterable[str]) -> str:
        """The first line whose slots can all be filled."""
        able = (line for line in lines if all(self.slots[name] for name in _SLOT.findall(line)))
        return self.filled(next(able))

    def taken_up(self, kinds: Iterable[Told], opening: str) -> tuple[str, ...]:
        """Questions about what the brief told; what the talk opens with is not asked about again."""
        told, one = self._words.told, self._likeness
        known = {
            "topic": (told.topic, () if one.topic and one.topic in opening else (one.topic,)),
            "open_actions": (told.open_actions, one.open_actions),
            "last_advice": (told.last_advice, one.last_advice),
        }
        return tuple(line for kind in kinds for line in self._each(*known[kind]))

    def _each(self, lines: Iterable[str], texts: Iterable[str]) -> Iterable[str]:
        """Each line with the next of the texts that can be quoted."""
        quoted = filter(None, map(quotable, texts))
        return (self.filled(line, said=said) for line, said in zip(lines, quoted, strict=False))


def who(likeness: Likeness) -> str:
    """Name, role and organisation in one breath."""
    role = " at ".join(part for part in (likeness.role, likeness.organisation) if part)
    return ", ".join(part for part in (likeness.name, role) if part)


def quotable(text: str) -> str:
    """The text as it can stand in quotation marks: one line, no end mark; empty if it is too long."""
    said = " ".join(text.split()).rstrip(" .!?…").translate(str.maketrans("“”", "‘’"))
    return said if 0 < words_in(said) <= MOST_QUOTED else ""
