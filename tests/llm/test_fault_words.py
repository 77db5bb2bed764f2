"""Every fault has its words, they are said plainly, and a mistake in them names the file."""

import re
from pathlib import Path

import pytest
import yaml

from coach.domain.model import Fault
from coach.errors import KnowledgeError
from coach.llm.fault_words import FaultWords, load_fault_words, spoken


def test_every_fault_has_its_words_and_all_words_have_a_fault(knowledge: Path) -> None:
    listed = yaml.safe_load((knowledge / "wording" / "faults.yaml").read_text(encoding="utf-8"))
    assert list(listed) == [fault.value for fault in Fault]


@pytest.mark.parametrize("fault", list(Fault))
def test_words_are_whole_sentences_without_alarm(words: FaultWords, fault: Fault) -> None:
    told = words.error(
        fault, model="gpt-4o", where="the server at 127.0.0.1:1234", wait=30, package="some-package"
    )
    assert re.match(r"[A-Z]|gpt-4o", told.message)
    assert told.message.endswith(".")
    assert re.match(r"[A-Z]", told.fix)
    both = f"{told.message} {told.fix}"
    assert not re.search(r"[{}!]|\b(?:lost|fatal|invalid|illegal|abort|fail\w*)\b", both, re.I)


def test_a_fault_carries_its_kind(words: FaultWords) -> None:
    assert words.error(Fault.EMPTY, model="m", where="w").fault is Fault.EMPTY


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "a minute"),
        (0.2, "1 second"),
        (12.4, "12 seconds"),
        (90, "90 seconds"),
        (120, "2 minutes"),
        (7_200, "2 hours"),
        (100_000, "28 hours"),
    ],
)
def test_a_wait_is_said_as_people_say_it(seconds: float | None, said: str) -> None:
    assert spoken(seconds) == said


def broken(folder: Path, knowledge: Path, old: str, new: str) -> Path:
    """A copy of the words with one change."""
    text = (knowledge / "wording" / "faults.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "wording").mkdir()
    (folder / "wording" / "faults.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("no-network:", "no-net:", "unknown entry 'no-net'"),
        ("  message:", "  text:", "unknown entry 'text'"),
        ("{where} cannot", "{server} cannot", "a slot that is not known"),
        ("{where} cannot", "{where cannot", "a slot that is not known"),
    ],
)
def test_a_mistake_in_the_words_is_named(
    tmp_path: Path, knowledge: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(KnowledgeError, match=re.escape(said)) as caught:
        load_fault_words(broken(tmp_path, knowledge, old, new))
    assert "faults.yaml" in caught.value.message
