"""Keeps every raw reply of a long run in a JSONL file, so that it can be stopped, resumed and judged anew."""

from pathlib import Path
from threading import Lock

from pydantic import BaseModel, ConfigDict

WAYS = ("plain", "retrieval", "pipeline")


class Row(BaseModel):
    """One item done in one way.

    Attributes:
        way: one of ``WAYS``.
        tag: the prompt and its hash; another prompt makes another row.
        day: the ISO date on which it was done; texts are judged as on that day.
        texts: the model's replies as they came, in order.
        before: what the pipeline had before the floor, as JSON; empty where no form was filled in.
        delivered: what the mentee is given, as JSON; empty for the ways without the pipeline.
        fault: the error, where nothing came.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    task: str
    item: str
    way: str
    model: str
    tag: str
    day: str
    texts: tuple[str, ...] = ()
    taken: int = 0
    given: int = 0
    seconds: float = 0.0
    repairs: int = 0
    floor: bool = False
    before: str = ""
    delivered: str = ""
    prompts: tuple[str, ...] = ()
    fault: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same piece of work."""
        return (self.task, self.item, self.way, self.model, self.tag)


class Kept:
    """The rows of a file, the last of each key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._rows: dict[tuple[str, ...], Row] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                row = Row.model_validate_json(line)
                self._rows[row.key] = row

    def get(self, *key: str) -> Row | None:
        """The row of a key, if it is there and something came; what failed is tried again."""
        row = self._rows.get(key)
        return row if row is not None and not row.fault else None

    def add(self, row: Row) -> None:
        """Keep a row, on disk at once; from any thread."""
        with self._lock:
            self._rows[row.key] = row
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(row.model_dump_json() + "\n")
