"""How good the messages of every purpose are, beside a plain template filled with the same brief.

Every text goes through the same review. The template is what most tools do: it pastes what was
typed into fixed sentences. The development briefs are those the writer was tuned on; the test briefs
were written by somebody who had not seen it, and are counted, never listed. The wording overlap says
how alike two messages for different people read. A failed *must* counts as
asked for when the draft asks the mentee a question. Every variant of the product is read, the
first one is compared. Target is the length aimed at on a channel: 25 to 125 words of an e-mail,
at most as many elsewhere, and the characters of a LinkedIn note; a request for an introduction also
carries the lines to be passed on, and so is often longer. Alike is the share of five-word runs that two variants of one
brief have in common.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import mean, median

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Channel, Purpose, Severity, Support
from coach.errors import InputError
from coach.review import review_message
from coach.settings import read_settings
from coach.use_cases.read_brief import read_brief
from coach.use_cases.safety import notice_in
from coach.writing.builtin import BuiltInWriter
from coach.writing.note import note_limit

TODAY = datetime.date(2026, 11, 24)
"""The day on which the briefs with a history are written."""
VARIANTS = 3
DATASETS = Path(__file__).parent / "datasets"
DEVELOPMENT, TEST = DATASETS / "briefs-dev", DATASETS / "briefs-test"
SHORTEST = {Channel.EMAIL: 25, Channel.LINKEDIN_MESSAGE: 10, Channel.CHAT: 5}
"""Fewest words of a body: DESIGN's 50 for an e-mail hold for one that asks; thanks may be shorter."""
LONGEST = {Channel.EMAIL: 125, Channel.LINKEDIN_MESSAGE: 125, Channel.CHAT: 120}
"""Most words of a body that is still inside the target."""
COLUMNS = ("must passed", "failed musts", "unsupported", "asked for", "words", "overlap")


@dataclass(frozen=True)
class Written:
    """One message with what is counted about it."""

    body: str
    failed: tuple[str, ...]
    unsupported: int
    questions: int
    asked: bool = False  # every failed must has a question that would mend it
    in_target: bool = False


def built_in(brief: OutreachBrief, writer: BuiltInWriter, variant: int = 0) -> Written:
    """The product's own message; where the channel does not suit the purpose it says so instead."""
    try:
        draft = writer.outreach(brief, variant, today=TODAY)
    except InputError:
        return Written("", ("refused",), 0, 1, asked=True)
    unsupported = sum(s.support is Support.UNSUPPORTED for s in draft.sentences)
    failed = _failed(draft.body, draft.subject, brief)
    mending = [writer.question_for(check, brief) for check in failed]
    asked = dict.fromkeys(filter(None, (*draft.questions, *mending)))
    return Written(
        draft.body, failed, unsupported, len(asked), all(mending), in_target(draft.body, brief)
    )


def in_target(body: str, brief: OutreachBrief) -> bool:
    """Whether the length is the one aimed at: words without greeting and sign-off; see DESIGN §5.4."""
    if brief.channel is Channel.LINKEDIN_NOTE:
        return len(body) <= note_limit(brief)
    paragraphs = body.split("\n\n")[1:-1]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return SHORTEST[brief.channel] <= words <= LONGEST[brief.channel]


def template(brief: OutreachBrief, writer: BuiltInWriter) -> Written:
    """The baseline: fixed sentences with the fields pasted in."""
    ask = brief.ask
    body = (
        f"Dear {brief.recipient.name},\n\n"
        f"My name is {brief.sender.name} and I am a {brief.sender.role}"
        f"{' at ' + brief.sender.organisation if brief.sender.organisation else ''}. "
        f"{'. '.join(brief.sender.facts)}. {brief.connection}. "
        f"I am reaching out because {brief.why_them}.\n\n"
        f"I would love to connect about {brief.topic}. {' '.join(brief.questions)}\n\n"
        f"Would you have {ask.minutes or 20} minutes to talk? {ask.when}\n\n"
        f"Thank you for your time.\n\nBest regards,\n{brief.sender.name}"
    )
    subject = f"Question about {brief.topic}" if brief.channel is Channel.EMAIL else ""
    failed = _failed(body, subject, brief)
    unsupported = int("no-unsupported-claim" in failed)
    return Written(body, failed, unsupported, 0)


def _failed(body: str, subject: str, brief: OutreachBrief) -> tuple[str, ...]:
    findings = review_message(body, brief=brief, subject=subject, today=TODAY)
    return tuple(f.check for f in findings if f.severity is Severity.MUST and not f.passed)


def _overlap(bodies: list[str]) -> float:
    """Mean share of five-word runs that two messages have in common, over all pairs."""
    runs = [set(_runs(body)) for body in bodies]
    shares = [
        len(one & other) / min(len(one), len(other))
        for one, other in combinations(runs, 2)
        if one and other
    ]
    return mean(shares) if shares else 0.0


def _runs(body: str) -> Iterator[tuple[str, ...]]:
    words = body.lower().split()
    return (tuple(words[index : index + 5]) for index in range(len(words) - 4))


def report() -> Iterator[str]:
    """A table for first contact and one for the rest, the same on test, and every purpose."""
    writer = BuiltInWriter(read_settings().knowledge)
    for folder, name in ((DEVELOPMENT, "development"), (TEST, "test")):
        briefs = outreach_briefs(folder)
        first = {k: b for k, b in briefs.items() if b.purpose is Purpose.FIRST_CONTACT}
        rest = {k: b for k, b in briefs.items() if b.purpose is not Purpose.FIRST_CONTACT}
        for title, some in (("First-contact messages", first), ("Every other purpose", rest)):
            yield f"{title}, {len(some)} {name} briefs"
            yield f"{'':<12}" + "".join(f"{column:>14}" for column in COLUMNS)
            for made, write in (("built-in", built_in), ("template", template)):
                yield from _rows(made, write, some, writer, listed=folder is DEVELOPMENT)
            yield ""
        yield from _by_purpose(briefs, writer, listed=folder is DEVELOPMENT)
        yield ""


def outreach_briefs(folder: Path) -> dict[str, OutreachBrief]:
    """The briefs of messages in a folder that one may write about, by name."""
    read = ((path.stem, read_brief(path)) for path in sorted(folder.glob("*.yaml")))
    return {
        stem: brief
        for stem, brief in read
        if isinstance(brief, OutreachBrief) and not _stopped(brief)
    }


def _stopped(brief: OutreachBrief) -> bool:
    noticed = notice_in(brief)
    return noticed is not None and noticed.stops


def _by_purpose(
    briefs: Mapping[str, OutreachBrief], writer: BuiltInWriter, *, listed: bool
) -> Iterator[str]:
    """All variants by purpose; what fails and is not asked for is named."""
    yield f"All {VARIANTS} variants by purpose"
    columns = ("texts", "clean", "asked", "open", "words", "in target", "alike")
    yield f"{'':<22}" + "".join(f"{column:>10}" for column in columns)
    texts: dict[str, list[list[Written]]] = defaultdict(list)
    left: list[str] = []
    for key, brief in briefs.items():
        written = [built_in(brief, writer, variant) for variant in range(VARIANTS)]
        texts[brief.purpose].append(written)
        left += [
            f"  {key} {variant}: {', '.join(text.failed)}"
            for variant, text in enumerate(written)
            if text.failed and not text.asked
        ]
    for purpose, some in texts.items():
        yield f"{purpose:<22}{_counts(some)}"
    yield f"{'all':<22}{_counts([written for some in texts.values() for written in some])}"
    if listed:
        yield from left


def _counts(drafts: list[list[Written]]) -> str:
    """One row: of every brief its variants."""
    some = [text for written in drafts for text in written]
    clean = sum(not text.failed for text in some)
    asked = sum(bool(text.failed and text.asked) for text in some)
    bodies = [text for text in some if text.body]
    words = mean(len(text.body.split()) for text in bodies)
    fitting = f"{sum(text.in_target for text in bodies)}/{len(bodies)}"
    alike = mean(_overlap([text.body for text in written]) for written in drafts if written[0].body)
    numbers = f"{len(some):>10}{clean:>10}{asked:>10}{len(some) - clean - asked:>10}{words:>10.0f}"
    return f"{numbers}{fitting:>10}{alike:>10.2f}"


def _rows(
    name: str,
    write: Callable[[OutreachBrief, BuiltInWriter], Written],
    briefs: Mapping[str, OutreachBrief],
    writer: BuiltInWriter,
    *,
    listed: bool,
) -> Iterator[str]:
    written = {key: write(brief, writer) for key, brief in briefs.items()}
    texts = list(written.values())
    clean = sum(not text.failed for text in texts)
    values = (
        f"{clean}/{len(texts)}",
        str(sum(len(text.failed) for text in texts)),
        str(sum(text.unsupported for text in texts)),
        str(sum(text.questions for text in texts)),
        f"{median(len(text.body.split()) for text in texts):.0f}",
        f"{_overlap([text.body for text in texts]):.2f}",
    )
    yield f"{name:<12}" + "".join(f"{value:>14}" for value in values)
    if name == "built-in" and listed:
        for key, text in written.items():
            if text.failed:
                yield f"  {key}: {', '.join(text.failed)}"


if __name__ == "__main__":
    for line in report():
        print(line)
