"""Picks sentences of the labelled messages for the review's second reader, and measures it.

    python -m evals.review_sentences              measure: each round read by a model that never saw it
    python -m evals.review_sentences --write      pick anew: knowledge/search/review-seen.yaml

A label says that a message has a flaw, not where. Where one sentence shows the flaw, it is the one the
rules quote. Where a sentence is missing, every sentence of a flawed message falls short, and in each other
message the one that scores highest passes. Of the rest those are kept that sound nearest to the other side.
What the built-in writer makes of the development briefs passes, too, where the rules say so.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Channel, Purpose
from coach.guidance.embedding import LocalEmbedding, Vectors
from coach.guidance.sentence_model import LEVELS, SEEN, Sides, learnt_from, load_sides, scores
from coach.guidance.topic_model import TopicModel
from coach.review.message import check_message, read_message
from coach.use_cases.read_brief import read_brief
from coach.writing.builtin import BuiltInWriter
from evals.review_eval import DEVELOPMENT, TODAY, Row, read_rows

BRIEFS = DEVELOPMENT.parent / "briefs-dev"
KNOWLEDGE = Path(__file__).resolve().parents[1] / "knowledge"
KEPT = 100
"""Sentences kept of the many: so many that sound nearest to the other side, and as many of the rest."""
KEPT_OF_DRAFTS = 60
VARIANTS = 3
NOT_FROM_DRAFTS = frozenset({"ask-time-boxed"})
"""The rules pass an application, or a word in somebody's ear, for what it is and not for a sentence."""
ROUNDS = (
    ("r1",), ("r2",), ("r3",), ("r4", "r5"), ("r6",), ("r7",), ("r8",), ("r9",), ("p", "q", "s"),
    ("t",), ("b", "c"), ("good", "bad"),
)  # fmt: skip
"""Messages written in one go by one hand; ids begin with the round."""
PARTS = {
    "advice-given": "the advice you were given",
    "advice-done": "what you did with it",
    "advice-result": "what came of it",
}
"""Parts of an update, and the words by which a finding says that it is missing."""
LINKED = "advice-linked-to-action"


@dataclass(frozen=True)
class Message:
    """A labelled message: its sentences, and for each thing whether it fails and where."""

    round: str
    sentences: tuple[str, ...]
    fails: Mapping[str, bool]
    quoted: Mapping[str, tuple[str, ...]]


def message_of(row: Row) -> Message:
    """Read a row; a check that does not apply is not in ``fails``."""
    brief = row.get("brief")
    reading = read_message(
        str(row["text"]),
        brief=OutreachBrief.model_validate(brief) if brief else None,
        channel=Channel(str(row["channel"])),
        purpose=Purpose(str(row["purpose"])),
        today=TODAY,
    )
    labels = row["fails"]
    flaws = {str(label) for label in labels} if isinstance(labels, list) else set()
    fails: dict[str, bool] = dict.fromkeys(flaws, True)
    quoted: dict[str, tuple[str, ...]] = {}
    for finding in check_message(reading):
        fails.setdefault(finding.check, False)
        if finding.check in flaws and not finding.passed and finding.end:
            quoted[finding.check] = tuple(
                s.text for s in reading.sentences if s.start < finding.end and finding.start < s.end
            )
        if finding.check == LINKED and finding.passed != (LINKED in flaws):
            named = finding.fix.split(". ")[0] if LINKED in flaws else ""
            fails |= {part: words in named for part, words in PARTS.items()}
    sentences = tuple(sentence.text for sentence in reading.sentences)
    return Message(str(row["id"]).split("-")[0], sentences, fails, quoted)


def drafted() -> tuple[Message, ...]:
    """What the built-in writer makes of the development briefs, with what the rules pass."""
    writer = BuiltInWriter(KNOWLEDGE)
    found: dict[str, Message] = {}
    for path in sorted(BRIEFS.glob("*.yaml")):
        brief = read_brief(path)
        if not isinstance(brief, OutreachBrief):
            continue
        for variant in range(VARIANTS):
            made = writer.outreach(brief, variant, today=TODAY)
            reading = read_message(made.body, brief=brief, subject=made.subject, today=TODAY)
            passed = {f.check: False for f in check_message(reading) if f.passed}
            passed |= dict.fromkeys(PARTS, False) if LINKED in passed else {}
            sentences = tuple(sentence.text for sentence in reading.sentences)
            found[made.body] = Message("drafts", sentences, passed, {})
    return tuple(message for message in found.values() if message.sentences)


def seen_in(
    messages: Sequence[Message], written: Mapping[str, Sides], by_hand: TopicModel, embed: "Embed"
) -> dict[str, Sides]:
    """The written examples, by which ``by_hand`` was learnt, with those picked from the messages."""
    drafts = _drafted()
    picked = {}
    for what, one in written.items():
        column = by_hand.classes.index(what)
        if one.fails_decide:
            fails = _quoted(what, messages)
            passes, own = _of(what, messages, failing=False), _of(what, drafts, failing=False)
        else:
            short = _of(what, messages, failing=True)
            fails = _hardest(short, by_hand, column, embed)
            passes = _best(what, messages, by_hand, column, embed)
            own = _best(what, drafts, by_hand, column, embed)
        sign = 1 if one.fails_decide else -1
        hard = _hardest(passes, by_hand, column, embed, sign)
        if what not in NOT_FROM_DRAFTS:
            hard += _hardest(own, by_hand, column, embed, sign, drafts=True)
        picked[what] = one.joined(fails, hard)
    return picked


def _quoted(what: str, messages: Sequence[Message]) -> list[str]:
    return [text for message in messages for text in message.quoted.get(what, ())]


def _of(what: str, messages: Sequence[Message], *, failing: bool) -> list[str]:
    """Every sentence of the messages that fail, or of those that pass."""
    chosen = (m.sentences for m in messages if m.fails.get(what) is failing)
    return list(dict.fromkeys(text for sentences in chosen for text in sentences))


def _best(
    what: str, messages: Sequence[Message], model: TopicModel, column: int, embed: "Embed"
) -> list[str]:
    """Of each message that passes, the sentence that speaks most for it."""
    passing = [m.sentences for m in messages if m.fails.get(what) is False and m.sentences]
    speaks = dict(zip(*_scored([t for s in passing for t in s], model, column, embed), strict=True))
    return list(dict.fromkeys(max(s, key=speaks.__getitem__) for s in passing))


def _hardest(
    texts: Sequence[str],
    model: TopicModel,
    column: int,
    embed: "Embed",
    sign: int = 1,
    *,
    drafts: bool = False,
) -> list[str]:
    """The texts that sound nearest to the other side; of messages also some of the rest, evenly spaced."""
    listed, speaks = _scored(texts, model, column, embed)
    order = [listed[at] for at in np.argsort(-sign * np.array(speaks), kind="stable")]
    return order[:KEPT_OF_DRAFTS] if drafts else order[:KEPT] + _spaced(order[KEPT:])


def _scored(
    texts: Sequence[str], model: TopicModel, column: int, embed: "Embed"
) -> tuple[list[str], list[float]]:
    listed = list(dict.fromkeys(texts))
    return listed, [float(row[column]) for row in scores(model, listed, embed)] if listed else []


def _spaced(texts: Sequence[str]) -> list[str]:
    return list(texts[:: max(1, len(texts) // KEPT)])[:KEPT]


class Embed:
    """The local embedding, which embeds no text twice."""

    def __init__(self) -> None:
        self._embedding = LocalEmbedding()
        self._known: dict[str, Vectors] = {}

    def verify(self) -> None:
        """See ``LocalEmbedding.verify``."""
        self._embedding.verify()

    def embed_query(self, text: str) -> Vectors:
        """See ``LocalEmbedding.embed_query``."""
        return self._embedding.embed_query(text)

    def embed(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """See ``LocalEmbedding.embed``."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._embedding.embed(new), strict=True))
        return np.stack([self._known[text] for text in texts])


_drafted = cache(drafted)


@cache
def _messages() -> tuple[Message, ...]:
    return tuple(message_of(row) for row in read_rows(DEVELOPMENT))


def out_of_round() -> Iterator[tuple[str, str, bool, float]]:
    """Yield (round, thing, whether it fails, deciding score), read by a model that saw no such round."""
    embed, written = Embed(), load_sides(KNOWLEDGE, seen=False)
    by_hand = learnt_from(written, embed.embed)
    for names in ROUNDS:
        others = [m for m in _messages() if m.round not in names]
        model = learnt_from(seen_in(others, written, by_hand, embed), embed.embed)
        for message in (m for m in _messages() if m.round in names and m.sentences):
            rows = scores(model, message.sentences, embed)
            for column, what in enumerate(model.classes):
                if what in message.fails:
                    best = max(float(row[column]) for row in rows)
                    yield names[0], what, message.fails[what], best


def report() -> Iterator[str]:
    """Yield how often the second reader alone is right, per thing, on rounds it never saw."""
    sides = load_sides(KNOWLEDGE, seen=False)
    read = list(out_of_round())
    yield f"{'second reader alone':20} {'found':>9} {'false alarms':>14}"
    for what, one in sides.items():
        level = LEVELS[what]
        said = [
            (fails, (best >= level) is one.fails_decide) for _, w, fails, best in read if w == what
        ]
        found = sum(1 for fails, alarm in said if fails and alarm)
        alarms = sum(1 for fails, alarm in said if alarm and not fails)
        flawed = sum(fails for fails, _ in said)
        yield f"{what:20} {f'{found}/{flawed}':>9} {f'{alarms}/{len(said) - flawed}':>14}"


def write() -> None:
    """Pick from all messages, and write what was picked beside the examples."""
    written = load_sides(KNOWLEDGE, seen=False)
    embed = Embed()
    picked = seen_in(_messages(), written, learnt_from(written, embed.embed), embed)
    lines = [
        "# Sentences of the labelled messages (evals/datasets/review-dev.jsonl) and of drafts, picked by",
        "# `python -m evals.review_sentences --write`; not edited by hand.",
    ]
    for what, one in picked.items():
        lines += ["", f"{what}:"]
        for side, texts, known in (
            ("fails", one.fails, written[what].fails),
            ("passes", one.passes, written[what].passes),
        ):
            new = [text for text in texts if text not in known]
            lines += [f"  {side}:" if new else f"  {side}: []"]
            lines += [f"    - {json.dumps(text, ensure_ascii=False)}" for text in new]
    (KNOWLEDGE / SEEN).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        write()
    else:
        print("\n".join(report()))
