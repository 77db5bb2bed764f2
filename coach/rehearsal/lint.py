"""Check every scenario and persona, as ``python -m coach.rehearsal.lint``; part of ``make check``.

Prints one line per problem, ``path: problem. Fix.``, and exits 1; or a summary and exits 0.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from coach.domain.rehearsal import TO_WORK_ON
from coach.errors import KnowledgeError
from coach.guidance.cards import card_files
from coach.guidance.keep_out import KeptOut, claims_in, read_keep_out
from coach.rehearsal.library import PERSONAS, SCENARIOS, names, read_persona, read_scenario
from coach.rehearsal.line_rules import (
    Problem,
    enough,
    leaks,
    line_problems,
    plain,
    question_problems,
    repeated,
    slot_problems,
    word_count,
)
from coach.rehearsal.own_lint import own_problems
from coach.rehearsal.scene import SLOTTED, Part, Persona, Scenario, Situation
from coach.rehearsal.speech import flat
from coach.rehearsal.written_out import write_out
from coach.settings import read_settings

MOST_TOLD = 35
MOST_ASKED = 16
FEW_WORDS = 14
"""A matter needs a line that a persona of few words can say."""

ANYWHERE = frozenset(
    "you how why when what who me us her him they now next by like well good time again still both "
    "last other something the a to of and".split()
)
"""Words that stand in any sentence; alone, they would call up a matter nobody asked about."""

LEAST_LINES = 5
OFTEN = frozenset(
    {
        Situation.ACKNOWLEDGE,
        Situation.ANSWER_OPEN,
        Situation.FOLLOW_UP,
        Situation.HABIT,
        Situation.VAGUE,
        Situation.RESIST,
    }
)
"""Situations that come round so often that they need more lines."""

LEAST_OFTEN = 8
LEADS = frozenset(
    {
        Situation.ACKNOWLEDGE,
        Situation.ANSWER_OPEN,
        Situation.FEEDBACK_GIVE,
        Situation.AGREE,
        Situation.REFUSE,
    }
)
"""Situations whose lines only lead into another one."""

MOST_LEADING = 12
MOST_SPOKEN = 22


def scenario_problems(scenario: Scenario, cards: set[str], personas: set[str]) -> Iterator[Problem]:
    """Everything that is wrong with one scenario."""
    for card in scenario.cards:
        if card not in cards:
            yield f"unknown card '{card}'", "Correct the id"
    if scenario.persona not in personas:
        yield f"unknown persona '{scenario.persona}'", f"Use one of {', '.join(sorted(personas))}"
    if working := [move for move in scenario.good if move in TO_WORK_ON]:
        yield f"'{working[0]}' among the good moves", "Name moves that help"
    yield from _amounts(scenario)
    yield from _asked_for(scenario)
    yield from _matters(scenario)
    told = [*([scenario.opening] if scenario.opening else []), *told_lines(scenario)]
    for line in told:
        yield from line_problems(line, MOST_TOLD)
        yield from slot_problems(line, wanted=False)
    for line in asked_lines(scenario):
        yield from question_problems(line, MOST_ASKED)
        yield from slot_problems(line, wanted=False)
    spoken = [*told, *asked_lines(scenario)]
    yield from repeated(spoken)
    shown = [scenario.title, scenario.setting, scenario.you, *scenario.goals]
    yield from leaks([*spoken, *shown], scenario.hidden)


def _amounts(scenario: Scenario) -> Iterator[Problem]:
    least = {
        "cards": (scenario.cards, 3),
        "wants": (scenario.wants, 2),
        "raises": (scenario.raises, 8),
        "after_yes": (scenario.after_yes, 3),
        "examples: question": (scenario.examples.get("question", ()), 2),
        "examples: step": (scenario.examples.get("step", ()), 2),
        "feedback": (scenario.feedback, 4),
        "decision: about": (scenario.decision.about, 6),
        "decision: earned_by": (scenario.decision.earned_by, 3),
        "decision: granted": (scenario.decision.granted, 3),
        "decision: not_yet": (scenario.decision.not_yet, 3),
        "good": (scenario.good, 4),
        "goals": (scenario.goals, 3),
        "thinking: good": (scenario.thinking.good, 2),
        "thinking: poor": (scenario.thinking.poor, 2),
        "close: good": (scenario.close.good, 3),
        "close: poor": (scenario.close.poor, 3),
    }
    for place, (entries, fewest) in least.items():
        yield from enough(place, tuple(entries), fewest)
    for place, amount, fewest in (
        ("knows", len(scenario.knows), 8),
        ("obstacles", len(scenario.obstacles), 3),
    ):
        if amount < fewest:
            yield f"{amount} in '{place}'", f"Write at least {fewest}"
    for text, most in ((scenario.setting, 60), (scenario.you, 50)):
        if word_count(text) > most:
            yield f"{word_count(text)} words in “{text[:40]}…”", f"Say it in {most}"


def _asked_for(scenario: Scenario) -> Iterator[Problem]:
    """Words of questions that stand in no line of the counterpart's."""
    asked = [flat(line) for line in (*told_lines(scenario), *asked_lines(scenario))]
    for phrases in scenario.asks_for.values():
        for phrase in phrases:
            if not any(flat(phrase) in line for line in asked):
                yield f"no line has “{phrase}”", "Write words of one of its questions"


def _secret(scenario: Scenario) -> Iterator[Problem]:
    if not scenario.hidden:
        yield "nothing in 'hidden'", "Write what colours the talk and is never said"


def _matters(scenario: Scenario) -> Iterator[Problem]:
    for number, matter in enumerate(scenario.knows, 1):
        place = f"knows {number}"
        yield from enough(f"{place}: about", matter.about, 4)
        yield from enough(f"{place}: says", matter.says, 2)
        yield from enough(f"{place}: asks", matter.asks, 2)
        if min(map(word_count, matter.says), default=0) > FEW_WORDS:
            yield f"{place}: no line of at most {FEW_WORDS} words", "Add a short one"
    abouts = [matter.about for matter in scenario.knows]
    for about in (*abouts, scenario.decision.about, *(fact.words for fact in scenario.hidden)):
        if wrong := [word for word in about if word != word.lower()]:
            yield f"'{wrong[0]}' is not in lower case", "Write it in lower case"
        if anywhere := [word for word in about if word in ANYWHERE]:
            yield f"'{anywhere[0]}' stands in any sentence", "Write more of the phrase"
    yield from repeated(word for about in abouts for word in about)
    for number, obstacle in enumerate(scenario.obstacles, 1):
        yield from enough(f"obstacles {number}: lines", obstacle.lines, 2)
        yield from enough(f"obstacles {number}: cleared_by", obstacle.cleared_by, 1)
        yield from enough(f"obstacles {number}: cleared", obstacle.cleared, 2)


def told_lines(scenario: Scenario) -> Iterator[str]:
    """Every line the counterpart may say or be shown to think, but for plain questions."""
    for matter in scenario.knows:
        yield from matter.says
    for obstacle in scenario.obstacles:
        yield from (*obstacle.lines, *obstacle.cleared)
    yield from (*scenario.tells, *scenario.asks_first)
    yield from (*scenario.feedback, *scenario.decision.granted, *scenario.decision.not_yet)
    yield from (*scenario.close.good, *scenario.close.poor)
    yield from (*scenario.thinking.good, *scenario.thinking.poor)


def asked_lines(scenario: Scenario) -> Iterator[str]:
    """Every plain question of a scenario."""
    for matter in scenario.knows:
        yield from matter.asks
    yield from (*scenario.raises, *scenario.after_yes)


def persona_problems(persona: Persona) -> Iterator[Problem]:
    """Everything that is wrong with one persona."""
    if both := set(persona.warms) & set(persona.cools):
        yield f"'{min(both)}' both warms and cools", "Choose one"
    if working := [move for move in persona.warms if move in TO_WORK_ON]:
        yield f"'{working[0]}' among what warms", "Name moves that help"
    for situation, lines in persona.lines.items():
        yield from enough(situation, lines, LEAST_OFTEN if situation in OFTEN else LEAST_LINES)
        for line in lines:
            yield from line_problems(line, MOST_LEADING if situation in LEADS else MOST_SPOKEN)
            yield from slot_problems(line, wanted=situation in SLOTTED)
            if not persona.contractions and write_out(line) != line:
                yield f"a short form in “{line}”", f"Write “{write_out(line)}”"
    yield from repeated(line for lines in persona.lines.values() for line in lines)


def shared_lines(personas: dict[str, Persona]) -> Iterator[tuple[str, Problem]]:
    """Lines of three words and more that two personas have in common: they would not be told apart."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, persona in personas.items():
        for lines in persona.lines.values():
            for line in lines:
                owners[plain(line)].add(name)
    for line, sharing in owners.items():
        if len(sharing) > 1 and word_count(line) > 2:
            one, *others = sorted(sharing)
            yield one, (f"“{line}” is also said by {', '.join(others)}", "Give each its own words")


def inspect(knowledge: Path) -> tuple[list[str], str]:
    """Every problem as a line to print, and a summary of what was read."""
    problems: list[str] = []
    scenarios = _read_all(knowledge / SCENARIOS, read_scenario, problems)
    personas = _read_all(knowledge / PERSONAS, read_persona, problems)
    cards = {path.stem for path in card_files(knowledge)}
    try:
        claims = read_keep_out(knowledge / "keep-out.yaml")
    except KnowledgeError as error:
        problems.append(_said(error))
        claims = []
    for name, scenario in scenarios.items():
        found = [
            *scenario_problems(scenario, cards, set(personas)),
            *_secret(scenario),
            *_claims([*told_lines(scenario), *scenario.goals], claims),
        ]
        problems += [_line(knowledge / SCENARIOS, name, *problem) for problem in found]
    for name, persona in personas.items():
        lines = [line for lines in persona.lines.values() for line in lines]
        found = [*persona_problems(persona), *_claims(lines, claims)]
        problems += [_line(knowledge / PERSONAS, name, *problem) for problem in found]
    for name, problem in shared_lines(personas):
        problems.append(_line(knowledge / PERSONAS, name, *problem))
    own = own_problems(
        knowledge, scenarios, lambda scene: scenario_problems(scene, cards, set(personas))
    )
    problems += [_line(path.parent, path.stem, *problem) for path, problem in own]
    return problems, _summary(scenarios, personas)


_Kind = TypeVar("_Kind", bound=Part)


def _claims(lines: list[str], claims: list[KeptOut]) -> Iterator[Problem]:
    for claim, quote in claims_in(" ".join(lines), claims):
        yield f"a claim from the keep-out list, {claim.id}: '{quote}'", claim.say_instead


def _read_all(folder: Path, read: Callable[[Path], _Kind], problems: list[str]) -> dict[str, _Kind]:
    found: dict[str, _Kind] = {}
    try:
        known = names(folder)
    except KnowledgeError as error:
        problems.append(_said(error))
        return found
    for name in known:
        try:
            found[name] = read(folder / f"{name}.yaml")
        except KnowledgeError as error:
            problems.append(_said(error))
    return found


def _said(error: KnowledgeError) -> str:
    return f"{error.message.rstrip('.')}. {error.fix.rstrip('.')}."


def _line(folder: Path, name: str, problem: str, fix: str) -> str:
    return f"{folder / name}.yaml: {problem.rstrip('.')}. {fix.rstrip('.')}."


def _summary(scenarios: dict[str, Scenario], personas: dict[str, Persona]) -> str:
    told = sum(
        len([*told_lines(scenario), *asked_lines(scenario)]) for scenario in scenarios.values()
    )
    own = sum(len(lines) for persona in personas.values() for lines in persona.lines.values())
    return f"{len(scenarios)} scenarios ({told} lines), {len(personas)} personas ({own} lines)."


def main(arguments: list[str]) -> int:
    """Run the check; the exit code is 1 when there is a problem."""
    knowledge = Path(arguments[0]) if arguments else read_settings().knowledge
    problems, summary = inspect(knowledge)
    sys.stdout.write("\n".join(problems or [summary]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
