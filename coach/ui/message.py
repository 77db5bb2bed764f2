"""The message: edited in place, checked as it changes, ready to copy."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from coach.domain.brief import OutreachBrief
from coach.domain.results import Change, OutreachDraft, Review
from coach.domain.vocabulary import Channel, Purpose, Style
from coach.export.eml import to_eml
from coach.export.markdown import to_markdown
from coach.ui import versions
from coach.ui.copying import copy_button
from coach.ui.example import example_button
from coach.ui.findings import show_findings, verdict
from coach.ui.guidance_list import show_guidance_used
from coach.ui.memory import desk
from coach.ui.provenance import show_provenance
from coach.ui.questions import answers, show_questions
from coach.ui.reach_out_form import FORM
from coach.ui.services import services
from coach.ui.versions import BODY, SUBJECT, Version
from coach.ui.words import counted
from coach.use_cases.review import review

AGAIN = "reach.again"
_REVIEWED = "reach.reviewed"
_READY = "Ready to send."
_ENDING_WORDS = 6
"""A last paragraph up to this long is a greeting and a name."""


def empty_message() -> None:
    """What a good first message has, and two ways to begin."""
    with st.container(key="teach", border=True):
        st.markdown(
            "A first message that gets an answer\n\n"
            "- says who you are in one line,\n"
            "- gives a reason that fits only this person,\n"
            "- asks one thing they can answer in twenty minutes, and makes a no easy."
        )
        with st.container(horizontal=True):
            example_button(FORM, "teach-example", "See an example")
            st.button(
                "I have a draft already", key="reach-own", type="tertiary", on_click=_bring_own
            )


def _bring_own() -> None:
    style = Style(str(FORM.value(FORM.at("style"))))
    versions.add(Version(OutreachDraft(subject="", body="", style=style, sentences=()), "", ""))


def show_message(shown: Version, brief: OutreachBrief | None) -> None:
    """Show the version on screen. ``brief`` is the form as it is now, if it can be read."""
    if shown.draft.questions:
        _questions(shown)
    edited = _edit(shown)
    _actions(edited)
    checked = _check(edited, brief or edited.brief)
    if checked is not None:
        _show_checks(edited, checked)
    if edited.draft.sentences:
        with st.expander("Where each sentence comes from", key="provenance"):
            show_provenance(edited.body, edited.draft.sentences)
    show_guidance_used(edited.draft.guidance, "reach-guidance")


def _questions(shown: Version) -> None:
    """What the coach asks; the answers go into the message word for word."""
    with st.container(key="coach-asks", border=True):
        st.subheader("Questions only you can answer", anchor=False)
        show_questions(shown.draft.questions, "reach")
        st.button(
            "Put my answers in the message",
            key="reach-weave",
            on_click=_weave,
            args=(shown,),
            help="Word for word, before the ending. You can then shape them.",
        )


def _weave(shown: Version) -> None:
    given = [one for one in answers(shown.draft.questions, "reach") if one not in shown.body]
    if given:
        versions.add(replace(shown, body=woven(shown.body, given)))


def woven(body: str, given: Sequence[str]) -> str:
    """Put the answers, each as its own paragraph, before the ending of a message."""
    parts = [part for part in body.split("\n\n") if part.strip()]
    ending = len(parts)
    while ending > 1 and len(parts[ending - 1].split()) <= _ENDING_WORDS:
        ending -= 1
    return "\n\n".join([*parts[:ending], *given, *parts[ending:]])


def _channel(version: Version) -> Channel:
    return version.brief.channel if version.brief else Channel(str(FORM.value(FORM.at("channel"))))


def _edit(shown: Version) -> Version:
    """Draw the message as fields; return the version as it stands."""
    for key, value in ((SUBJECT, shown.subject), (BODY, shown.body)):
        st.session_state.setdefault(key, value)
    with st.container(key="letter", gap="small"):
        if _channel(shown) is Channel.EMAIL:
            st.text_input("Subject", key=SUBJECT, autocomplete="off")
        st.text_area("Message", key=BODY, height="content")
    now = versions.edit(shown, str(st.session_state[SUBJECT]), str(st.session_state[BODY]))
    st.caption(
        f"{counted(len(now.body.split()), 'word', 'words')}. Change anything; the checks follow "
        "when you leave the box."
    )
    return now


def _actions(version: Version) -> None:
    """Copy, take away, and other versions."""
    with st.container(key="actions", horizontal=True):
        copy_button("Copy message", _to_copy(version), "reach-copy")
        if version.brief is not None:
            st.button("Try another approach", key="reach-again", on_click=_write_again)
    with st.container(horizontal=True, key="take-away"):
        _downloads(version)
        _other_versions()


def _write_again() -> None:
    desk()[AGAIN] = True


def _to_copy(version: Version) -> str:
    """The message as it is pasted: an e-mail's subject goes into its own field."""
    return version.body


def _downloads(version: Version) -> None:
    as_it_stands = version.as_it_stands
    if version.brief is not None and _channel(version) is Channel.EMAIL:
        st.download_button(
            "Save for your mail app (.eml)",
            to_eml(as_it_stands),
            "message.eml",
            "message/rfc822",
            key="reach-eml",
            type="tertiary",
            on_click="ignore",
        )
    st.download_button(
        "Save as text (.md)",
        to_markdown(as_it_stands),
        "message.md",
        "text/markdown",
        key="reach-md",
        type="tertiary",
        on_click="ignore",
    )


def _other_versions() -> None:
    count, at = len(versions.versions()), versions.place()
    if count > 1:
        with st.container(horizontal=True, key="versions", vertical_alignment="center"):
            for label, to in (("Version before", at - 1), ("Version after", at + 1)):
                st.button(
                    label,
                    key=f"reach-to-{label.split()[1]}",
                    type="tertiary",
                    disabled=not 0 <= to < count,
                    on_click=versions.go_to,
                    args=(to,),
                )
            st.caption(f"{at + 1} of {count}", width="content")


def _check(version: Version, brief: OutreachBrief | None) -> Review | None:
    """Check the message as it stands against the form; none while there is nothing to check."""
    text = version.body
    if not text.strip():
        return None
    channel = _channel(version)
    if channel is Channel.EMAIL:
        text = f"Subject: {version.subject}\n\n{text}"
    asked = (text, brief, channel)
    kept = desk().get(_REVIEWED)
    if kept is None or kept[0] != asked:
        purpose = Purpose(str(FORM.value(FORM.at("purpose"))))
        found = review(
            text,
            brief=brief,
            channel=channel,
            purpose=brief.purpose if brief else purpose,
            cards=services().cards,
        )
        kept = desk()[_REVIEWED] = (asked, found)
    checked: Review = kept[1]
    return checked


def _show_checks(version: Version, checked: Review) -> None:
    st.subheader(verdict(checked.findings, _READY), anchor=False)
    changes = [change for change in checked.changes if change.before != change.after]
    show_findings(checked.findings, "reach", changes=changes, apply=_apply)
    if len(changes) > 1:
        st.button(
            f"Use all {len(changes)} suggestions",
            key="reach-use-all",
            on_click=_use_all,
            args=(version, checked),
            help=f"Keeps {checked.own_words_kept:.0%} of your words. "
            "The version before stays one click away.",
        )


def _apply(change: Change) -> None:
    """Make one proposed change where the words still stand."""
    for key in (BODY, SUBJECT):
        text = str(st.session_state.get(key, ""))
        if change.before and change.before in text:
            st.session_state[key] = text.replace(change.before, change.after, 1)
            return


def _use_all(shown: Version, checked: Review) -> None:
    improved = checked.improved
    subject = improved.subject or shown.subject
    versions.add(replace(shown, subject=subject, body=improved.body))
