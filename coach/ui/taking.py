"""“Take it with you”: a result copied, opened in a mail program, or saved as a file.

A file is made when it is asked for, not on every run of the page. Nothing is sent from here.
"""

import datetime
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import streamlit as st

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft
from coach.errors import InputError
from coach.export.letter import to_mailto
from coach.export.names import file_name
from coach.export.text import to_text
from coach.ui.copying import copy_button
from coach.ui.saving import DOCX, EML, MARKDOWN, download

_SUBJECT_ALONE = (
    "The text is too long for a link into your mail app, which might cut it: the link brings the "
    "subject alone. Copy the text and paste it there, or take the e-mail draft, which holds all of it."
)
_WITHOUT_BEFORE = (
    "As an e-mail it is for the person you meet, and leaves out “Before you go”. "
    "The other ways hold all of it."
)


@dataclass(frozen=True)
class Luggage:
    """What is taken along.

    Attributes:
        draft: the result as it stands on the page.
        page: the page it is on; it keeps the keys apart.
        what: what the person calls it.
        brief: what it was made from; none for a text the person brought along.
        text: what is copied; all of the draft when empty.
        is_mail: whether a message goes by e-mail; a plan or a reflection may go anyway.
        answers: what the person answered to a reflection's questions.
    """

    draft: AnyDraft
    page: str
    what: str
    brief: AnyBrief | None = None
    text: str = ""
    is_mail: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def person(self) -> str:
        """Whom it is about, for the file's name."""
        if isinstance(self.brief, OutreachBrief):
            return self.brief.via or self.brief.recipient.name
        return self.brief.recipient.name if self.brief else ""

    @property
    def day(self) -> datetime.date | None:
        """The day of the meeting, where the brief says it clearly."""
        meeting = None if isinstance(self.brief, OutreachBrief | None) else self.brief.meeting
        if meeting is None or not meeting.date:
            return None
        from coach.export.written_time import read_day  # noqa: PLC0415 - only with a date

        with suppress(InputError):
            return read_day(meeting.date, datetime.date.today())
        return None

    def name(self, ending: str) -> str:
        """What a file of it is called."""
        return file_name(self.draft.kind, self.person, self.day, ending)


def take_along(luggage: Luggage) -> None:
    """The row of ways to take a result along."""
    page, draft = luggage.page, luggage.draft
    st.subheader("Take it with you", anchor=False)
    with st.container(key=f"{page}-take", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"{page}-copy-place", width="content"):
            copy_button(f"Copy {luggage.what}", luggage.text or to_text(draft), f"{page}-copy")
        may_be_mailed = luggage.is_mail or not isinstance(draft, OutreachDraft)
        is_whole = not may_be_mailed or _mail_link(luggage)
        if may_be_mailed:
            _file(luggage, "E-mail draft (.eml)", "eml", EML, lambda: _eml(luggage))
        _file(luggage, "Word (.docx)", "docx", DOCX, lambda: _docx(luggage))
        _file(luggage, "Text (.md)", "md", MARKDOWN, lambda: _markdown(luggage))
    if not is_whole:
        st.caption(_SUBJECT_ALONE)
    if isinstance(draft, AgendaDraft) and draft.prepare:
        st.caption(_WITHOUT_BEFORE)


def _mail_link(luggage: Luggage) -> bool:
    """A link that opens a new message; return whether all of the text is in it."""
    link = to_mailto(luggage.draft, luggage.answers)
    st.link_button("Open in mail app", link.url, key=f"{luggage.page}-mailto", type="tertiary")
    return link.is_whole


def _file(luggage: Luggage, label: str, ending: str, kind: str, make: Callable[[], bytes]) -> None:
    download(label, make, luggage.name(ending), kind, f"{luggage.page}-{ending}")


def _eml(luggage: Luggage) -> bytes:
    from coach.export.eml import to_eml  # noqa: PLC0415 - when it is wanted

    return to_eml(luggage.draft, luggage.answers)


def _docx(luggage: Luggage) -> bytes:
    from coach.export.word import to_docx  # noqa: PLC0415 - when it is wanted

    language = luggage.brief.language if luggage.brief else "en"
    return to_docx(luggage.draft, luggage.answers, language)


def _markdown(luggage: Luggage) -> bytes:
    from coach.export.markdown import to_markdown  # noqa: PLC0415 - when it is wanted

    return to_markdown(luggage.draft, luggage.answers).encode()
