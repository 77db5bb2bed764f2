"""Reviews the plan of one meeting against its brief, and whether it is a plan of the right kind."""

import re
from collections.abc import Callable, Sequence

from coach.domain.brief import AgendaBrief
from coach.domain.kinds import MeetingKind, load_kind_words, meeting_kind
from coach.domain.results import AgendaDraft, AgendaItem, Finding
from coach.domain.vocabulary import Severity
from coach.review.message import Cards, as_finding
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.plan_kinds import CALLED, NEEDED
from coach.review.privacy import quoted_verdict, shown_notes
from coach.review.private_notes import Alike
from coach.review.reading import Verdict, fails, passes
from coach.review.stems import stems
from coach.review.style import question_fault
from coach.review.text import words

MINUTES_AN_ITEM = 4
"""Fewer minutes than this per part on average is a race, not a conversation."""
MINUTES_A_QUESTION = 3
GIST = 4
"""Telling words by which a long text counts as taken up; nobody copies a page into an agenda."""
_SPLIT = re.compile(r"(?<=[?.!])\s+|\n+")
_AGREEMENT = ("expectations", "confidentiality", "frequency", "goals", "exit")


class _Plan:
    """An agenda, its brief, and the phrase lists to read them with."""

    def __init__(
        self, draft: AgendaDraft, brief: AgendaBrief, phrases: Phrases, alike: Alike | None
    ) -> None:
        self.draft, self.brief, self.phrases, self.alike = draft, brief, phrases, alike
        self.kind = meeting_kind(brief, load_kind_words(default_knowledge()))

    def text(self) -> str:
        """Everything the counterpart could see of the plan, a line per piece."""
        draft = self.draft
        return "\n".join(
            [draft.title, draft.purpose, *map(_item_text, draft.items), *draft.prepare]
        )

    def meanings(self, text: str) -> frozenset[str]:
        """The telling stems of ``text``, with synonyms made one."""
        stop = self.phrases.word_set("stop")
        return frozenset(
            self.phrases.concept(s) for s in stems(text, self.phrases.irregular) if s not in stop
        )

    def covers(self, wanted: str, text: str) -> bool:
        """Tell whether ``text`` takes up half of what ``wanted`` says, or the gist of a long text."""
        telling = self.meanings(wanted)
        needed = min((len(telling) + 1) // 2, GIST)
        return len(telling & self.meanings(text)) >= needed

    def is_(self, name: str, item: AgendaItem) -> bool:
        """Tell whether an item's title matches the patterns called ``name``."""
        return self.phrases.pattern(name).search(item.title) is not None


def _item_text(item: AgendaItem) -> str:
    return "\n".join([item.title, item.why, *item.questions])


def review_agenda(
    draft: AgendaDraft,
    brief: AgendaBrief,
    *,
    cards: Cards | None = None,
    phrases: Phrases | None = None,
    alike: Alike | None = None,
) -> tuple[Finding, ...]:
    """Run every agenda check that applies; ``cards`` maps topics to card ids.

    ``alike`` notices private notes in other words; without it only words are compared.
    """
    plan = _Plan(draft, brief, phrases or load_phrases(default_knowledge()), alike)
    return tuple(
        as_finding(check, severity, run(plan), "", topics.split(), cards)
        for check, severity, run, topics, applies in AGENDA
        if applies(plan)
    )


def purpose_stated(plan: _Plan) -> Verdict:
    """The agenda says what the meeting is for, in words that fit only this meeting."""
    purpose = plan.draft.purpose.strip().rstrip(".")
    empty = plan.phrases.pattern("agenda-empty-purpose").fullmatch(purpose)
    if len(purpose.split()) < 3 or empty is not None:
        return fails(
            "Without a purpose, a meeting drifts and neither of you knows whether it was worth it.",
            "Say in one sentence what you want to know or decide by the end.",
        )
    return _wrong_kind(plan) or passes("It is clear what this meeting is for.")


def _wrong_kind(plan: _Plan) -> Verdict | None:
    """A plan that does not do what a meeting of this kind is for, or that starts anew too late."""
    title = plan.phrases.pattern("agenda-called-first")
    if plan.kind is not MeetingKind.FIRST and title.search(plan.draft.title):
        return fails(
            "The plan calls this the first meeting, and your brief says that it is not.",
            "Leave the getting to know each other out, and begin with what matters now.",
        )
    missing = [
        what
        for part, what in NEEDED[plan.kind]
        if plan.phrases.pattern(f"agenda-kind-{part}").search(plan.text()) is None
    ]
    if len(missing) * 2 <= len(NEEDED[plan.kind]):
        return None
    return fails(
        f"This is {CALLED[plan.kind]}, and the plan keeps no place for {' or for '.join(missing)}.",
        f"Add a few minutes for {missing[0]}.",
    )


def time_adds_up(plan: _Plan) -> Verdict:
    """The parts' minutes add up to the meeting's, and every part has some."""
    total = sum(item.minutes for item in plan.draft.items)
    wanted = plan.brief.meeting.minutes or plan.draft.minutes
    if total == plan.draft.minutes == wanted and all(i.minutes > 0 for i in plan.draft.items):
        return passes(f"The parts add up to {total} minutes.")
    return fails(
        f"The parts take {total} minutes and the meeting has {wanted}; the last part gets lost.",
        f"Change the minutes so that they add up to {wanted}, with some for every part.",
    )


def most_important_first(plan: _Plan) -> Verdict:
    """What matters most comes before the other matters, after a short opening and review."""
    matters = [i for i in plan.draft.items if not _is_frame(plan, i)]
    main = _main_matter(plan)
    if not matters or not main:
        return passes("The order leaves room for what matters.")
    longest = max(item.minutes for item in matters)
    first = matters[0]
    if plan.covers(main, _item_text(first)) or first.minutes == longest:
        return passes("What matters most comes first.")
    return fails(
        "What matters most stands behind other things, and late items are the ones cut short.",
        f"Move “{main.strip()[:80]}” up, right after the opening, and give it the most minutes.",
    )


def _is_frame(plan: _Plan, item: AgendaItem) -> bool:
    review = plan.is_("agenda-review", item)
    return plan.is_("agenda-opening", item) or plan.is_("agenda-next-steps", item) or review


def _main_matter(plan: _Plan) -> str:
    brief = plan.brief
    return brief.topic or next(iter([*brief.questions, *brief.goals, *brief.worries]), "")


def _all_taken_up(plan: _Plan, wanted: Sequence[str], what: str, why: str) -> Verdict:
    everything = "\n".join(map(_item_text, plan.draft.items))
    left_out = [w for w in wanted if not plan.covers(w, everything)]
    if not left_out:
        return passes(f"Your {what} is taken up.")
    return fails(why, f"Give “{left_out[0][:100]}” a line of its own, near the beginning.")


def open_actions_covered(plan: _Plan) -> Verdict:
    """Every open action from last time is on the agenda."""
    why = "What you said you would do is missing; keeping your word is what builds trust."
    return _all_taken_up(plan, plan.brief.open_actions, "open action", why)


def advice_followed_up(plan: _Plan) -> Verdict:
    """The advice given last time is on the agenda."""
    why = "The advice you got last time is missing; people stop giving advice that vanishes."
    return _all_taken_up(plan, plan.brief.last_advice, "last advice", why)


def questions_open(plan: _Plan) -> Verdict:
    """There are questions, and each is one open question."""
    asked = [q for item in plan.draft.items for q in item.questions]
    own = {_bare(part) for text in plan.brief.questions for part in (text, *_SPLIT.split(text))}
    if not asked:
        return fails(
            "There is no question on the agenda, so the meeting will be a report.",
            "Add the one question you most want answered.",
        )
    for question in asked:
        fault = question_fault(question, plan.phrases)
        if fault and _bare(question) not in own and not _same_words(plan, question):
            return fails(
                f"“{question[:100]}”: {fault}, so it closes the conversation.",
                "Begin it with what or how, and ask one thing.",
            )
    return passes("The questions are open.")


def _bare(text: str) -> str:
    """The words alone, in lower case."""
    return " ".join(words(text)).casefold()


def _same_words(plan: _Plan, question: str) -> bool:
    """Tell whether a question is one of the mentee's own, tidied or addressed to the reader."""
    asked = plan.meanings(question)
    own = (plan.meanings(text) for text in (*plan.brief.questions, plan.brief.topic))
    return bool(asked) and any(asked <= theirs for theirs in own)


def next_steps_time(plan: _Plan) -> Verdict:
    """There is time near the end to agree what happens next."""
    for item in plan.draft.items[-2:]:
        if plan.is_("agenda-next-steps", item) and item.minutes > 0:
            return _day_named(plan, item) or passes("There is time to agree what happens next.")
    return fails(
        "No time is kept for what happens next, and a good talk without it leads nowhere.",
        "Keep the last five minutes for who does what by when.",
    )


def _day_named(plan: _Plan, item: AgendaItem) -> Verdict | None:
    """A meeting on a decision ends with the day by which it is made."""
    wanted = plan.kind is MeetingKind.DECISION
    if not wanted or plan.phrases.pattern("agenda-by-when").search(_item_text(item)):
        return None
    return fails(
        "The meeting is about a decision, and its end names no day by which it is made.",
        "Ask at the end by when you will have decided.",
    )


def not_overfull(plan: _Plan) -> Verdict:
    """There is time enough for each part and each question."""
    items = plan.draft.items
    asked = sum(len(item.questions) for item in items)
    minutes = plan.draft.minutes
    if len(items) * MINUTES_AN_ITEM <= minutes and asked * MINUTES_A_QUESTION <= minutes:
        return passes("There is room to talk.")
    return fails(
        f"{len(items)} parts and {asked} questions do not fit into {minutes} minutes.",
        "Keep what only this person can help with and do the rest in writing.",
    )


def first_meeting_agreement(plan: _Plan) -> Verdict:
    """A first meeting covers expectations, confidentiality, frequency, goals and a way out."""
    text = "\n".join(map(_item_text, plan.draft.items))
    missing = [
        what
        for what in _AGREEMENT
        if plan.phrases.pattern(f"agenda-agreement-{what}").search(text) is None
    ]
    if not missing:
        return passes("You will agree how you want to work together.")
    names = ", ".join("a no-fault exit" if what == "exit" else what for what in missing)
    return fails(
        f"A first meeting that leaves out {names} leaves you both guessing.",
        f"Add a few minutes on {names}.",
    )


def no_private_note(plan: _Plan) -> Verdict:
    """No private note shows in the agenda."""
    return quoted_verdict(shown_notes(plan.brief, plan.text(), plan.phrases, alike=plan.alike))


def _always(plan: _Plan) -> bool:
    return True


def _first_meeting(plan: _Plan) -> bool:
    return plan.kind is MeetingKind.FIRST


_Rule = tuple[str, Severity, Callable[[_Plan], Verdict], str, Callable[[_Plan], bool]]
_MUST, _SHOULD = Severity.MUST, Severity.SHOULD
AGENDA: tuple[_Rule, ...] = (
    ("purpose-stated", _MUST, purpose_stated, "agenda opening-well", _always),
    ("time-adds-up", _MUST, time_adds_up, "agenda respecting-time", _always),
    ("most-important-first", _SHOULD, most_important_first, "agenda", _always),
    ("open-actions-covered", _MUST, open_actions_covered, "action-items", _always),
    ("advice-followed-up", _MUST, advice_followed_up, "acting-on-advice", _always),
    ("questions-open", _MUST, questions_open, "good-questions open-questions", _always),
    ("next-steps-time", _MUST, next_steps_time, "next-step", _always),
    ("not-overfull", _SHOULD, not_overfull, "respecting-time agenda", _always),
    (
        "first-meeting-agreement",
        _MUST,
        first_meeting_agreement,
        "expectations confidentiality frequency-format goals",
        _first_meeting,
    ),
    ("no-private-note", _MUST, no_private_note, "boundaries confidentiality", _always),
)
"""Check id, severity, function, topics, and where it applies; in the order shown."""
