"""What the checks say about the message as it stands."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.brief import OutreachBrief
from coach.domain.results import Review
from coach.domain.vocabulary import Channel, Purpose, Style
from coach.review.accept import whole
from coach.ui.findings import headline, show_failed, show_passed, verdict
from coach.ui.literal import literal
from coach.ui.memory import desk, want
from coach.ui.reach_out_form import FORM
from coach.ui.services import services
from coach.ui.steps import STEP, UseText
from coach.ui.versions import Version
from coach.ui.work import message_brief
from coach.use_cases.review import review

_REVIEWED = "reach.reviewed"
_READY = "Ready to send."


def checked(shown: Version, channel: Channel) -> Review | None:
    """The message compared with the form as it is now; none of an empty one."""
    if not shown.body.strip():
        return None
    return _checked(shown, message_brief(FORM) or shown.brief, channel)


def show_checks(checked: Review, shown: Version, channel: Channel, at_top: DeltaGenerator) -> None:
    """Say what the checks found.

    What it comes to is also said ``at_top``, beside the heading of the message.
    """
    with at_top:
        st.caption(literal(headline(checked.findings, _READY)))
    st.subheader(verdict(checked.findings, _READY), anchor=False)
    changes = [change for change in checked.changes if change.before != change.after]
    style = shown.draft.style
    show_failed(
        checked.findings, "reach", style, changes, as_given(shown, channel), checked.clauses
    )
    if len(changes) > 1 and style is Style.MENTOR:
        improved = checked.improved
        st.button(
            f"Use all {len(changes)} suggestions",
            key="reach-use-all",
            on_click=want,
            args=(desk(), STEP, UseText(improved.subject or shown.subject, improved.body)),
            help=f"Keeps {checked.own_words_kept:.0%} of your words. "
            "The version before stays one click away.",
        )
    show_passed(checked.findings, "reach")


def _checked(shown: Version, brief: OutreachBrief | None, channel: Channel) -> Review:
    """The review of this text with this brief; made once."""
    text = as_given(shown, channel)
    asked = (text, brief, channel)
    kept: tuple[object, Review] | None = desk().get(_REVIEWED)
    if kept is None or kept[0] != asked:
        purpose = brief.purpose if brief else Purpose(str(FORM.value(FORM.at("purpose"))))
        found = review(
            text,
            brief=brief,
            channel=channel,
            purpose=purpose,
            cards=services().cards,
            alike=services().alike,
        )
        kept = desk()[_REVIEWED] = (asked, found)
    return kept[1]


def as_given(shown: Version, channel: Channel) -> str:
    """The version as one text, as it is reviewed."""
    mail = channel is Channel.EMAIL
    return whole(shown.subject, shown.body) if mail else shown.body
