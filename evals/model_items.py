"""What a language model is measured on: briefs, drafts to improve, and questions, under one name each.

Briefs and drafts come from the development and the test sets in equal parts and are counted, never
listed. Briefs in which something must not be coached away are left out, such as the product refuses with a
reason, and messages in coach style: it asks no model for those.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief, ReflectionBrief
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.settings import read_settings
from coach.use_cases.ports import Told
from coach.use_cases.read_brief import read_brief
from coach.use_cases.safety import notice_in
from coach.writing.builtin import BuiltInWriter

DATASETS = Path(__file__).parent / "datasets"
SPLITS = ("dev", "test")
TASKS = {"outreach": 44, "agenda": 16, "reflection": 16, "improve": 12, "ask": 60}
"""Most items of each task in a whole run."""

T = TypeVar("T")


@dataclass(frozen=True)
class Item:
    """One thing to be done.

    Attributes:
        task: a key of ``TASKS``.
        name: unique within its task.
        style: how the program works with the mentee here.
        brief: of every task but ``ask``.
        draft: the mentee's own message, to be improved.
        turns: the mentee's turns; the last one is judged.
        cards: the cards that answer the last turn; none where the guidance is silent.
    """

    task: str
    name: str
    style: Style = Style.MENTOR
    brief: AnyBrief | None = None
    draft: str = ""
    turns: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


def all_items(told: Told | None = None) -> dict[str, list[Item]]:
    """Every item of a whole run, by task; ``told`` notices harm in words that no list foresees."""
    briefs = [list(_briefs(split)) for split in SPLITS]
    found = {
        task: _mixed(
            [[item for item in some if item.task == task] for some in briefs], number, told
        )
        for task, number in TASKS.items()
    }
    drafts = [list(_drafts(split)) for split in SPLITS]
    found["improve"] = _mixed(drafts, TASKS["improve"], told)
    found["ask"] = [item for split in SPLITS for item in questions(split)]
    return found


def spread(items: Sequence[T], number: int) -> list[T]:
    """``number`` of the items, evenly spread over all of them; all when there are fewer."""
    if number >= len(items):
        return list(items)
    return [items[index * len(items) // number] for index in range(number)]


def _mixed(splits: Iterable[list[Item]], number: int, told: Told | None) -> list[Item]:
    """Half of the number from each split, one after the other; the first fills what the rest lack."""
    first, *rest = splits
    others = [item for some in rest for item in _calm(some, number // 2, told)]
    return [*_calm(first, number - len(others), told), *others]


def _calm(items: list[Item], number: int, told: Told | None) -> list[Item]:
    """So many of the items that the product writes of, evenly spread; others fill the gaps."""
    evenly = spread(items, number)
    kept: list[Item] = []
    for item in [*evenly, *(one for one in items if one not in evenly)]:
        if len(kept) < number and _is_written(item, told):
            kept.append(item)
    return sorted(kept, key=items.index)


def _is_written(item: Item, told: Told | None) -> bool:
    """Whether the product writes of this brief: nothing holds it back, and it does not refuse it."""
    if item.brief is None:
        return True
    if notice_in(item.brief, told) is not None:
        return False
    if not isinstance(item.brief, OutreachBrief) or item.draft:
        return True
    try:
        built_in_writer().outreach(item.brief)
    except InputError:
        return False
    return True


@lru_cache(maxsize=1)
def built_in_writer() -> BuiltInWriter:
    """The built-in writer with our knowledge, read once."""
    return BuiltInWriter(read_settings().knowledge)


def _briefs(split: str) -> Iterator[Item]:
    kinds = {OutreachBrief: "outreach", AgendaBrief: "agenda", ReflectionBrief: "reflection"}
    for path in sorted((DATASETS / f"briefs-{split}").glob("*.yaml")):
        brief = read_brief(path)
        unasked = isinstance(brief, OutreachBrief) and brief.style is Style.COACH
        if not unasked:
            yield Item(kinds[type(brief)], f"{split}/{path.stem}", brief.style, brief)


def _drafts(split: str) -> Iterator[Item]:
    """Flawed messages whose facts are known."""
    for row in read_lines(DATASETS / f"review-{split}.jsonl"):
        if row.get("brief") and row["fails"]:
            brief = OutreachBrief.model_validate(row["brief"])
            yield Item("improve", f"{split}/{row['id']}", brief.style, brief, str(row["text"]))


def questions(split: str) -> Iterator[Item]:
    """The questions of one split."""
    for row in read_lines(DATASETS / f"ask-{split}.jsonl"):
        turns, cards = row["turns"], row["cards"]
        assert isinstance(turns, list) and isinstance(cards, list)
        style = Style(str(row["style"]))
        name = f"{split}/{row['id']}"
        yield Item("ask", name, style, turns=tuple(map(str, turns)), cards=tuple(map(str, cards)))


def read_lines(path: Path) -> list[dict[str, object]]:
    """The rows of a JSONL file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
