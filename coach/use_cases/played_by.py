"""Sums up who played the counterpart: how many answers a model gave, how many fell back, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.rehearsal import RehearsedTurn
from coach.domain.results import WriterInfo
from coach.review import default_knowledge
from coach.settings import BUILT_IN
from coach.use_cases.about_model import short_name
from coach.use_cases.counterpart_words import load_counterpart_words
from coach.use_cases.model_writer import written_by


@dataclass(frozen=True)
class PlayedBy:
    """Who played, in plain words.

    Attributes:
        said: one sentence; empty where no model was asked.
        why: one line for each reason for which the built-in counterpart answered.
    """

    said: str = ""
    why: tuple[str, ...] = ()


def played_by(turns: Sequence[RehearsedTurn], model: str) -> PlayedBy:
    """How many answers a model of that name gave, and why it did not give the others.

    A turn that tells of harm, and the goodbye, are the built-in counterpart's by right, and not counted.
    """
    asked = [turn.writer for turn in turns if _was_for_model(turn.writer)]
    if not asked:
        return PlayedBy()
    words = load_counterpart_words(default_knowledge()).said
    fell = [writer for writer in asked if writer.floor]
    given = len(asked) - len(fell)
    kind = "none-given" if not given else "given" if fell else "all-given"
    whole = words["only" if len(asked) == 1 else "all"].format(asked=len(asked))
    said = words[kind].format(model=short_name(model), count=given, asked=len(asked), all=whole)
    reasons = Counter((_by_fault(writer), writer.trouble) for writer in fell)
    why = tuple(
        words[f"{'fault' if fault else 'why'}-{'one' if count == 1 else 'many'}"].format(
            count=count, why=trouble
        )
        for (fault, trouble), count in reasons.most_common()
    )
    if fell and given:
        said = (
            f"{said} {words['fell-one' if len(fell) == 1 else 'fell-many'].format(count=len(fell))}"
        )
    return PlayedBy(said, why)


def talk_writer(turns: Sequence[RehearsedTurn]) -> WriterInfo:
    """What stands under a whole talk; that of the built-in counterpart where no model was asked."""
    asked = [turn.writer for turn in turns if _was_for_model(turn.writer)]
    if not asked:
        return WriterInfo()
    name = model_name(turns)
    told = played_by(turns, name or BUILT_IN)
    fell = [writer for writer in asked if writer.floor]
    summed = written_by(
        name or BUILT_IN,
        [call for writer in asked for call in writer.calls],
        floor=not name,
        trouble=" ".join((told.said, *told.why)) if fell else "",
    )
    repaired = dict.fromkeys(check for writer in asked for check in writer.repaired)
    return summed.model_copy(
        update={
            "repairs": sum(writer.repairs for writer in asked),
            "repaired": tuple(repaired),
        }
    )


def model_name(turns: Sequence[RehearsedTurn]) -> str:
    """The model that gave an answer; empty where none did."""
    named = (turn.writer.name for turn in turns if turn.writer.name != BUILT_IN)
    return next(named, "")


def _was_for_model(writer: WriterInfo) -> bool:
    return writer.floor or bool(writer.calls)


def _by_fault(writer: WriterInfo) -> bool:
    """Whether nothing came that could be judged."""
    return not writer.calls or bool(writer.calls[-1].fault)
