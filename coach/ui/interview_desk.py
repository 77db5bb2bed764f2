"""Keeps an interview on the tab's desk, in step with the form: what is answered fills its fields.

The form is what counts. A field that is changed by hand, or filled with the example, changes what
the interview knows; what was asked is remembered either way.
"""

import copy
from typing import TYPE_CHECKING

from coach.ui.memory import desk, put
from coach.ui.reach_out_form import FORM

if TYPE_CHECKING:
    from coach.use_cases.interview import Interview

Told = dict[str, object]

_TOLD, _SAID, _SEEN, _TRAIL = "reach.told", "reach.said", "reach.seen", "reach.trail"
_TAKEN = "reach.taken"
_MOST_BACK = 40
_UNTOUCHED = {"kind": "video", "minutes": 20}
_PAST = ("before.what", "before.date", "before.advice", "before.action", "before.result")


def reply_key(question: str) -> str:
    """Where what is typed to a question is kept."""
    return f"reach.reply.{question}"


def interview() -> "Interview":
    """The interview as it stands, with what was changed in the form since."""
    from coach.use_cases.interview import resume  # noqa: PLC0415 - slow; the form comes first

    on = desk()
    values = FORM.values()
    if on.get(_SEEN) != values or _TOLD not in on:
        on[_TOLD], on[_SEEN] = _from_form(on.get(_TOLD), on.get(_SEEN)), values
    return resume(on[_TOLD], on.get(_SAID, {}))


def go_on(answered: "Interview") -> None:
    """Keep the interview after an answer, and fill the form's fields from it."""
    on = desk()
    trail = on.setdefault(_TRAIL, [])
    trail.append((on[_TOLD], on.get(_SAID, {})))
    del trail[:-_MOST_BACK]
    _keep(answered.told, answered.said)


def go_back() -> None:
    """Take the last answer back; it stands in its box again."""
    on = desk()
    if not on.get(_TRAIL):
        return
    told, said = on[_TRAIL].pop()
    for question in on.get(_SAID, {}).keys() - said.keys():
        put(reply_key(question), on[_SAID][question])
    _keep(told, said)


def can_go_back() -> bool:
    """Whether there is an answer to take back."""
    return bool(desk().get(_TRAIL))


def is_taken() -> bool:
    """Whether the message was taken over, to be edited and checked."""
    return bool(desk().get(_TAKEN))


def take(taken: bool) -> None:
    """Turn to the message to edit it, or back to the questions."""
    desk()[_TAKEN] = taken


def _keep(told: Told, said: dict[str, str]) -> None:
    on = desk()
    on[_TOLD], on[_SAID] = told, said
    on[_TAKEN] = False
    FORM.fill(_for_form(told))
    on[_SEEN] = FORM.values()


def _for_form(told: Told) -> Told:
    """The brief with its history as the one entry that the form shows."""
    history = told.get("history")
    if not isinstance(history, list):
        return told
    joined: Told = {}
    for entry in history:
        joined.update(entry if isinstance(entry, dict) else {"what": entry})
    return {**told, "history": [joined]}


def _from_form(told: Told | None, seen: dict[str, object] | None) -> Told:
    """The form as a brief, without what nobody chose; what the form cannot show is kept."""
    brief: Told = copy.deepcopy(FORM.brief())
    kept_ask = told.get("ask") if told else None
    ask = brief.get("ask")
    if isinstance(ask, dict):
        known = kept_ask if isinstance(kept_ask, dict) else {}
        chosen = {
            name: value
            for name, value in ask.items()
            if value not in ("", None) and (name in known or value != _UNTOUCHED.get(name))
        }
        brief.pop("ask")
        if chosen:
            brief["ask"] = chosen
    if (
        told
        and seen
        and all(seen.get(f"reach.{path}") == FORM.values()[f"reach.{path}"] for path in _PAST)
    ):
        brief.pop("history", None)
        if told.get("history"):
            brief["history"] = told["history"]
    if told and seen and seen.get("reach.questions") == FORM.values()["reach.questions"]:
        for name in ("topic", "questions"):
            brief.pop(name, None)
            if told.get(name):
                brief[name] = told[name]
    return {**brief, "style": "coach"}
