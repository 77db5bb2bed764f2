"""Adds a person's documents one after another in the background, so that the pages stay usable.

Indexing a long handbook takes minutes. The queue belongs to the process, as the documents do: it
goes on while the person reads another page, and every tab sees how far it is.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from coach.errors import CoachError, InputError

MOST_WAITING = 20
"""Documents that may wait at a time; each is held in memory until its turn."""

Progress = Callable[[int, int], None]
"""Called with (done, total) passages; raises to stop the work."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Added:
    """What came of a document: its name as kept, and whether it took the place of another."""

    name: str
    passages: int
    replaced: bool = False


Work = Callable[[Progress], Added]
"""Adds one document, or raises and leaves nothing of it behind."""


class State(Enum):
    """How far a document is."""

    WAITING = "waiting"
    INDEXING = "indexing"
    STOPPING = "stopping"
    ADDED = "added"
    FAILED = "failed"
    CANCELLED = "cancelled"


_OVER = (State.ADDED, State.FAILED, State.CANCELLED)


@dataclass(frozen=True)
class Job:
    """One document on its way: ``done`` of ``total`` passages; a total of 0 is not known yet."""

    number: int
    name: str
    state: State = State.WAITING
    done: int = 0
    total: int = 0
    added: Added | None = None
    problem: CoachError | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in _OVER


class _StoppedError(Exception):
    """Raised inside the work when the person has cancelled it."""


class Adding:
    """A queue of documents and the one thread that works it off."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._work: dict[int, Work] = {}
        self._last = 0
        self._finished = 0
        self._thread: threading.Thread | None = None

    def put(self, name: str, work: Work) -> int:
        """Queue a document, or fail it where too many are waiting; return its job's number."""
        with self._lock:
            self._last += 1
            job = Job(self._last, name)
            if len(self._work) >= MOST_WAITING:
                self._end(replace(job, state=State.FAILED, problem=_too_many(name)))
                return job.number
            self._jobs[job.number] = job
            self._work[job.number] = work
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="adding", daemon=True)
                self._thread.start()
            return job.number

    def cancel(self, number: int) -> None:
        """Stop a document: at once while it waits, else when it next reports how far it is."""
        with self._lock:
            job = self._jobs.get(number)
            if job is not None and job.state is State.WAITING:
                self._work.pop(number, None)
                self._end(replace(job, state=State.CANCELLED))
            elif job is not None and job.state is State.INDEXING:
                self._jobs[number] = replace(job, state=State.STOPPING)

    def jobs(self) -> tuple[Job, ...]:
        """Every document in the queue, and those that are over and not cleared away; oldest first."""
        with self._lock:
            return tuple(self._jobs.values())

    @property
    def finished(self) -> int:
        """How many documents have come to an end, well or badly, since the process began."""
        with self._lock:
            return self._finished

    @property
    def is_busy(self) -> bool:
        """Whether any document is waiting or being indexed."""
        return any(not job.is_over for job in self.jobs())

    def clear(self) -> None:
        """Forget how those that are over ended."""
        with self._lock:
            self._jobs = {number: job for number, job in self._jobs.items() if not job.is_over}

    def wait(self, seconds: float) -> bool:
        """Wait for the queue to be empty; return whether it is."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return not self.is_busy

    def _run(self) -> None:
        while (turn := self._next()) is not None:
            number, work = turn
            ended = self._done(number, work)
            with self._lock:
                self._end(ended)

    def _next(self) -> tuple[int, Work] | None:
        with self._lock:
            number = next(iter(self._work), None)
            if number is None:
                self._thread = None
                return None
            self._jobs[number] = replace(self._jobs[number], state=State.INDEXING)
            return number, self._work.pop(number)

    def _done(self, number: int, work: Work) -> Job:
        """Do the work; whatever comes of it, the queue goes on."""
        try:
            added = work(lambda done, total: self._report(number, done, total))
        except _StoppedError:
            return replace(self._jobs[number], state=State.CANCELLED)
        except CoachError as problem:
            return replace(self._jobs[number], state=State.FAILED, problem=problem)
        except Exception:  # noqa: BLE001 - one bad file must not stop the queue
            _log.exception("a document could not be added")
            fault = CoachError(
                "Something went wrong on our side; nothing of it was kept.",
                "Add it again. If that fails too, save it as .txt and add that.",
            )
            return replace(self._jobs[number], state=State.FAILED, problem=fault)
        return replace(self._jobs[number], state=State.ADDED, added=added)

    def _report(self, number: int, done: int, total: int) -> None:
        with self._lock:
            job = self._jobs[number]
            if job.state is State.STOPPING:
                raise _StoppedError
            self._jobs[number] = replace(job, done=done, total=total)

    def _end(self, job: Job) -> None:
        self._jobs[job.number] = job
        self._finished += 1


def _too_many(name: str) -> InputError:
    return InputError(
        f"“{name}” was not taken: {MOST_WAITING} documents are waiting already.",
        "Add it again when some of them are done.",
    )


adding = Adding()
"""The queue of this process."""
