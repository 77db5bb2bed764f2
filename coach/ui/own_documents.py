"""The page *Your documents*: add a handbook or notes, see what is there, take it away again."""

from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.ui import planning
from coach.ui.adding import Added, Job, Progress, State, adding
from coach.ui.calm import show_problem
from coach.ui.literal import literal
from coach.ui.memory import desk, want, wanted
from coach.ui.navigation import ASK, way_to
from coach.ui.words import counted, day

if TYPE_CHECKING:  # the page is shown before these are needed, and they take half a second
    from coach.domain.results import OwnDocument
    from coach.use_cases.ports import Services

MOST_MEGABYTES = 20
POLL = 0.7
"""Seconds between two looks at how far a document is."""
_PROMISE = """
- They stay on this machine: “Upload” hands them to this program, which sends them nowhere.
- They are searched, not obeyed: nothing written in them can change what this program does.
- What is found in them is marked “Yours”, and never mixed with the curated guidance.
- A file that has the name of one below takes its place.
"""
_CONFIRM, _REMOVE, _ROUND = "documents.confirm", "documents.remove", "documents.round"


def page() -> None:
    """Show the page."""
    with st.container(key="reading"):
        planning.title(
            "Your documents",
            "Add a programme's handbook or notes of your own. *Ask* searches them beside the "
            "curated guidance.",
        )
        show()
        with st.container(key="documents-foot"):
            way_to(ASK, "Back to Ask")


def show() -> None:
    """Show where to add documents, those on their way, and those that are there."""
    files = st.file_uploader(
        "Add documents: .md, .txt, .pdf or .docx",
        accept_multiple_files=True,
        max_upload_size=MOST_MEGABYTES,
        key=f"documents-add-{desk().get(_ROUND, 0)}",
    )
    with st.container(key="document-too-large"):
        st.caption(
            f"A file of more than {MOST_MEGABYTES} MB is not added. Split it, or add only the "
            "chapters you need."
        )
    if files:
        _queue(files)
        st.rerun()
    _remove_if_wanted()
    _status()
    with st.container(key="documents-promise"):
        st.markdown(_PROMISE)
    _list()


def _queue(files: "Sequence[st.runtime.uploaded_file_manager.UploadedFile]") -> None:
    """Queue what was uploaded, and empty the uploader for the next.

    Streamlit may end a run wherever it is called, so it is not called between the first file and
    the last: none is left out, none is queued twice.
    """
    from coach.ui.services import services  # noqa: PLC0415 - slow; the page comes first

    on, built = desk(), services()
    adding.clear()
    for file in files:
        adding.put(file.name, partial(_add, built, file.name, file.getvalue()))
    on[_ROUND] = int(on.get(_ROUND, 0)) + 1


def _add(services: "Services", name: str, data: bytes, progress: Progress) -> Added:
    """Add one document; runs in the background."""
    from coach.use_cases.own_guidance import add_document, list_documents  # noqa: PLC0415

    before = {one.name for one in list_documents(services)}
    made = add_document(name, data, services, progress)
    return Added(made.name, made.passages, replaced=made.name in before)


def _status() -> None:
    """How far each document is, looked at again while any is on its way; then how they ended."""
    seen = adding.finished

    def look() -> None:
        for job in adding.jobs():
            if not job.is_over:
                _on_its_way(job)
        if adding.finished != seen:
            st.rerun()

    st.fragment(look, run_every=POLL if adding.is_busy else None)()
    over = [job for job in adding.jobs() if job.is_over]
    _ended(over)
    if over:
        st.button("Clear these notices", key="documents-clear", type="tertiary", on_click=_clear)


def _clear() -> None:
    adding.clear()


def _on_its_way(job: Job) -> None:
    with st.container(
        key=f"document-job-{job.number}", horizontal=True, vertical_alignment="center"
    ):
        share = job.done / job.total if job.total else 0.0
        st.progress(min(share, 1.0), text=literal(f"{job.name}: {_how_far(job)}"))
        st.button(
            "Cancel",
            key=f"document-cancel-{job.number}",
            type="tertiary",
            disabled=job.state is State.STOPPING,
            on_click=adding.cancel,
            args=(job.number,),
        )


def _how_far(job: Job) -> str:
    if job.state is State.WAITING:
        return "waiting for its turn"
    if job.state is State.STOPPING:
        return "stopping"
    if not job.total:
        return "being read"
    return f"{job.done:,} of {job.total:,} passages"


def _ended(over: Sequence[Job]) -> None:
    """What could not be added, each with its fix; then what was, in one notice."""
    for job in over:
        if job.problem is not None:
            show_problem(_naming(job.name, job.problem))
    cancelled = [job for job in over if job.state is State.CANCELLED]
    if cancelled:
        st.info(
            literal(
                "\n".join(f"Cancelled: “{one.name}”. Nothing of it was kept." for one in cancelled)
            )
        )
    added = [job.added for job in over if job.added is not None]
    if added:
        st.success(literal("\n".join(map(_said, added))))


def _said(added: Added) -> str:
    passages = counted(added.passages, "passage", "passages")
    if added.replaced:
        return f"“{added.name}” took the place of the one before: {passages}."
    return f"“{added.name}” is added: {passages}."


def _naming(name: str, problem: CoachError) -> CoachError:
    """The problem with the file's name in its message, where that does not have it."""
    if name in problem.message:
        return problem
    return CoachError(f"“{name}”: {problem.message}", problem.fix)


def _remove_if_wanted() -> None:
    with wanted(_REMOVE) as name:
        if name:
            from coach.ui.services import services  # noqa: PLC0415 - slow; the page comes first
            from coach.use_cases.own_guidance import remove_document  # noqa: PLC0415

            desk().pop(_CONFIRM, None)
            try:
                remove_document(name, services())
                adding.clear()
                st.info(literal(f"“{name}” is removed."))
            except CoachError as problem:
                show_problem(problem)


def _list() -> None:
    from coach.ui.services import services  # noqa: PLC0415 - slow; the page comes first
    from coach.use_cases.own_guidance import list_documents  # noqa: PLC0415

    documents = list_documents(services())
    st.header("What you have added", anchor=False)
    if not documents:
        st.caption("Nothing so far.")
    for document in documents:
        _row(document)


def _row(document: "OwnDocument") -> None:
    mark = sha256(document.name.encode()).hexdigest()[:12]
    passages = counted(document.passages, "passage", "passages")
    with st.container(key=f"document-{mark}", gap="xsmall"):
        with st.container(horizontal=True, key=f"document-line-{mark}"):
            with st.container(gap=None, key=f"document-what-{mark}"):
                st.text(document.name)
                st.caption(f"Yours · added {day(document.added)} · {passages}")
            if desk().get(_CONFIRM) != document.name:
                _leave_word("Remove", f"document-remove-{mark}", _CONFIRM, document.name)
        if desk().get(_CONFIRM) == document.name:
            st.text(f"Remove it and its {passages}? Your own copy of the file stays where it is.")
            with st.container(horizontal=True):
                _leave_word("Yes, remove it", f"document-yes-{mark}", _REMOVE, document.name)
                _leave_word("Keep it", f"document-no-{mark}", _CONFIRM, "")


def _leave_word(label: str, key: str, what: str, name: str) -> None:
    st.button(
        label,
        key=key,
        type="secondary" if what == _REMOVE else "tertiary",
        on_click=want,
        args=(desk(), what, name),
    )
