"""How the interview does on scripted people: how much it asks, how it asks, and whose words result.

Each script says what a person starts from and what they answer to each question; what is not listed
is skipped. The scripts are in development: the wording and the writer were tuned on them.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

import yaml

from coach.domain.vocabulary import Purpose, Severity, Support
from coach.review import coach_asks_only, default_knowledge
from coach.use_cases.interview import Interview
from coach.writing.interview import Growth, Question, texts_in
from coach.writing.interview_share import foreign_words, own_share

TODAY = datetime.date(2026, 11, 24)
"""The day on which the scripts are played."""
SCRIPTS = Path(__file__).parent / "datasets" / "interviews-dev.yaml"
MOST_ASKED = 40
"""An interview that asks more than this never ends."""


@dataclass(frozen=True)
class Script:
    """One person: where they start and what they answer, by question."""

    name: str
    start: dict[str, object]
    answers: dict[str, str]


@dataclass(frozen=True)
class Stage:
    """One question that was asked, and the message after its answer."""

    question: Question
    interview: Interview
    grown: Growth

    @property
    def text(self) -> str:
        """Subject and body."""
        return f"{self.grown.subject}\n{self.grown.body}"

    @property
    def typed(self) -> list[str]:
        """Everything the mentee said so far."""
        return [*texts_in(self.interview.told), *self.interview.said.values()]

    @property
    def strangers(self) -> list[str]:
        """Words of the message that are neither the mentee's nor joining words."""
        return foreign_words(self.text, self.typed, self.purpose, default_knowledge(), today=TODAY)

    @property
    def share(self) -> float:
        """Share of the content words that are the mentee's."""
        return own_share(self.text, self.typed, self.purpose, default_knowledge(), today=TODAY)

    @property
    def purpose(self) -> Purpose:
        """What the message is for."""
        return Purpose(str(self.interview.start["purpose"]))


def scripts() -> list[Script]:
    """Every scripted interview."""
    data = yaml.safe_load(SCRIPTS.read_text(encoding="utf-8"))
    return [Script(one["id"], one["start"], one["answers"]) for one in data]


def play(script: Script) -> list[Stage]:
    """Every stage of an interview with this person."""
    going = Interview({"kind": "outreach", "style": "coach", **script.start})
    stages: list[Stage] = []
    while (question := going.question) is not None and len(stages) < MOST_ASKED:
        going = going.answered(script.answers.get(question.id, ""))
        stages.append(Stage(question, going, going.growth(today=TODAY)))
    return stages


def failed_musts(stage: Stage) -> list[str]:
    """The must checks that the message as it stands fails."""
    found = stage.interview.findings(stage.grown, today=TODAY)
    return [one.check for one in found if one.severity is Severity.MUST and not one.passed]


def report() -> Iterator[str]:
    """One table over all purposes, then what is wrong, script by script."""
    played = {script.name: play(script) for script in scripts()}
    stages = [stage for one in played.values() for stage in one]
    asked = [stage.question for stage in stages]
    yield f"Interviews, {len(played)} scripted people, {len(asked)} questions"
    counts = [len(one) for one in played.values()]
    yield f"  questions per interview   median {median(counts):.0f}, {min(counts)} to {max(counts)}"
    texts = sorted({question.text for question in asked})
    good = sum(coach_asks_only([text]).passed for text in texts)
    yield f"  open, single, not leading {good} of {len(texts)} different questions"
    ends = {name: one[-1] for name, one in played.items()}
    failed = {name: failed_musts(end) for name, end in ends.items()}
    clean = sum(not found for found in failed.values())
    told = sum(bool(found) and bool(ends[name].grown.missing) for name, found in failed.items())
    yield f"  all must checks passed    {clean} of {len(ends)} at the end ({told} more name what is missing)"
    yield f"  own-word share            {mean(stage.share for stage in stages):.3f} over {len(stages)} stages"
    unsupported = sum(
        sentence.support is Support.UNSUPPORTED
        for stage in stages
        for sentence in stage.grown.sentences
    )
    strangers = {name: [w for s in one for w in s.strangers] for name, one in played.items()}
    yield f"  words from elsewhere      {sum(map(len, strangers.values()))}"
    yield f"  sentences unsupported     {unsupported}"
    for name in played:
        if failed[name] or strangers[name]:
            yield f"    {name}: {', '.join(failed[name] + strangers[name])}"


def main() -> None:
    """Print the table."""
    for line in report():
        print(line)


if __name__ == "__main__":
    main()
