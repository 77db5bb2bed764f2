"""Writes the prompts of ours as they are sent, filled in for one mentee: ``python -m tests.golden_prompts``.

They are kept in tests/golden/prompts so that a change of prompt shows in review.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from coach.domain.brief import AnyBrief
from coach.domain.model import Fault, ModelError, Talk, Task, Turn
from coach.domain.vocabulary import Style
from coach.guidance.library import load_library
from coach.llm.prompts import PromptBook
from coach.llm.scripted import ScriptedModel
from coach.use_cases.conversation import converse
from coach.use_cases.draft import draft
from coach.use_cases.model_counterpart import ModelCounterpart
from coach.use_cases.ports import Services
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.rehearse import play
from coach.use_cases.review import review
from coach.use_cases.told_records import ToldRecords
from coach.writing.builtin import BuiltInWriter
from tests.conftest import PRIYA, ROOT
from tests.no_search import FoundSearch, NoSearch

GOLDEN = Path(__file__).parent / "golden" / "prompts"
BOOK = PromptBook(ROOT / "prompts")
QUESTION = "How do I keep to the time with Elena Ruiz?"
ALONE = "How do I keep to the time?"
SAID = (
    "I teach maths, and I wrote because you came to joinery from insurance.",
    "What did your first two years cost you, in money?",
)
DRAFT = """Subject: Question

Hi Elena,

any advice on management? We could connect some time.

Priya"""


def rendered() -> Iterator[tuple[str, str]]:
    """Each prompt's name and its text as a model reads it, in alphabetical order."""
    tasks: dict[str, Task | Talk] = {task.prompt: task for task in (*_tasks(), *_asked())}
    for name in sorted(tasks):
        made = BOOK.render(name, tasks[name].values)
        yield name, f"[system]\n{made.system}\n\n[user]\n{made.user}\n"


def _tasks() -> Iterator[Task]:
    knowledge = ROOT / "knowledge"
    mute = ScriptedModel([json.dumps({"body": "Hello.", "subject": ""})])
    services = Services(
        load_library(knowledge), NoSearch(), NoSearch(), BuiltInWriter(knowledge), model=mute
    )
    for brief in _briefs():
        draft(brief, services)
    review(DRAFT, brief=_brief(), model=mute)
    yield from mute.tasks
    assistant = ScriptedModel([json.dumps({"line": "As an AI, I have no workshop."})])
    play("first-informational-talk", SAID, by=ModelCounterpart(assistant))
    yield from assistant.tasks


def _asked() -> Iterator[Task | Talk]:
    """What is asked in a conversation: with tools by an agent that fails, by a form, and from cards alone."""
    fault = ModelError(Fault.BAD_REQUEST, "It cannot use tools.", "Choose another model.")
    for style in Style:
        library, model = load_library(ROOT / "knowledge"), ScriptedModel([fault, fault])
        search = FoundSearch(library.cards["keep-the-clock-yourself"])
        services = Services(
            library, search, _NoShelf(), BuiltInWriter(ROOT / "knowledge"), model=model
        )
        history = [{"date": "3 May", "what": "we met at the summit"}]
        told = ToldRecords([_brief(history=history)])
        turns = (Turn("user", "I meet Elena Ruiz next week."), Turn("assistant", "Keep it short."))
        converse(QUESTION, services, style=style, turns=turns, records=told)
        tasks = tuple(model.tasks)
        converse(ALONE, services, style=style)
        yield from (*model.talks, *tasks)


class _NoShelf:
    def search(self, query: str, k: int = 3) -> tuple[()]:
        return ()


def _briefs() -> Iterator[AnyBrief]:
    yield _brief()
    meeting = {"number": 2, "minutes": 45}
    yield _brief(kind="agenda", ask=None, meeting=meeting, last_advice=["shadow a team lead"])
    notes = ["She said I undersell my results"]
    yield _brief(kind="reflection", ask=None, notes=notes)


def _brief(**changes: object) -> AnyBrief:
    data = {**json.loads(json.dumps(PRIYA)), **changes}
    return brief_from_mapping({key: value for key, value in data.items() if value is not None})


def main() -> None:
    """Write the texts anew."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, text in rendered():
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
