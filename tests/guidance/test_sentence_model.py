"""The second reader of messages learns from sentences that fail and sentences that pass."""

import numpy as np
import pytest

from coach.errors import KnowledgeError
from coach.guidance.sentence_model import FOLDER, LEVELS, SEEN, SentenceModel, load_sides
from tests.conftest import KNOWLEDGE

SHOWN = ("no-pressure", "no-job-ask")


class Words:
    """An embedding by words: texts that share words are near. Remembers the texts of each run."""

    def __init__(self):
        self.runs = []

    def embed(self, texts, progress=None):
        self.runs.append(list(texts))
        vectors = np.zeros((len(texts), 512), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().strip(".").split():
                vectors[row, sum(map(ord, word)) % 512] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


@pytest.fixture
def knowledge(tmp_path):
    folder = tmp_path / "knowledge"
    (folder / FOLDER).mkdir(parents=True)
    for what in LEVELS:
        decides = "fails" if what in SHOWN else "passes"
        lines = f"decides: {decides}\nfails:\n  - answer me now\npasses:\n  - take your time\n"
        (folder / FOLDER / f"{what}.yaml").write_text(lines, encoding="utf-8")
    (folder / SEEN).write_text("no-pressure:\n  fails:\n    - be quick please\n", encoding="utf-8")
    return folder


def test_a_sentence_like_those_that_fail_is_above_the_level_and_one_like_those_that_pass_below(
    knowledge, tmp_path
):
    reader = SentenceModel(knowledge, tmp_path, Words).reader()
    push, seen, patient = reader.margins(
        "no-pressure", ["Answer me now.", "be quick please", "Take your time."]
    )
    assert push > 0 > patient
    assert seen > patient


def test_where_one_that_passes_decides_it_is_the_one_above_the_level(knowledge, tmp_path):
    reader = SentenceModel(knowledge, tmp_path, Words).reader()
    fails, passes = reader.margins("says-why-them", ["answer me now", "take your time"])
    assert passes > 0 > fails


def test_the_sentences_of_a_message_are_embedded_in_one_run_and_once(knowledge, tmp_path):
    words = Words()
    reader = SentenceModel(knowledge, tmp_path, lambda: words).reader()
    words.runs.clear()
    reader.margins("no-pressure", ["one", "two", "one"])
    reader.margins("no-job-ask", ["two", "one", "three"])
    assert words.runs == [["one", "two"], ["three"]]


def test_what_was_learnt_is_kept_and_read_again(knowledge, tmp_path):
    told = ["Answer me now.", "Take your time."]
    first = SentenceModel(knowledge, tmp_path, Words).reader().margins("no-pressure", told)
    words = Words()
    again = SentenceModel(knowledge, tmp_path, lambda: words).reader()
    assert words.runs == []
    assert again.margins("no-pressure", told) == pytest.approx(first, abs=0.01)


def test_other_examples_are_learnt_anew(knowledge, tmp_path):
    SentenceModel(knowledge, tmp_path, Words).reader()
    path = knowledge / SEEN
    path.write_text(path.read_text().replace("quick", "fast"), encoding="utf-8")
    words = Words()
    SentenceModel(knowledge, tmp_path, lambda: words).reader()
    assert words.runs


@pytest.mark.parametrize(
    "lines",
    ["fails: [a]\npasses: [b]\n", "decides: fails\nfails: []\npasses: [b]\n", "decides: fails\n"],
)
def test_a_file_that_lacks_a_part_is_named(lines, knowledge):
    (knowledge / FOLDER / "no-pressure.yaml").write_text(lines, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"no-pressure\.yaml"):
        load_sides(knowledge)


def test_a_missing_file_is_named(knowledge):
    (knowledge / FOLDER / "no-pressure.yaml").unlink()
    with pytest.raises(KnowledgeError, match="no-pressure"):
        load_sides(knowledge)


def test_the_repositorys_examples_stand_on_one_side_only():
    for what, sides in load_sides(KNOWLEDGE).items():
        assert not set(sides.fails) & set(sides.passes), what
        assert min(len(sides.fails), len(sides.passes)) >= 20, what
