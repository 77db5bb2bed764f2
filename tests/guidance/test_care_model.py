"""The model that hears what no list of phrases foresees."""

import numpy as np
import pytest

from coach.errors import KnowledgeError
from coach.guidance.asked_as import Phrasing, load_asked_as, phrasings
from coach.guidance.care_model import FILE, CareModel, _sentences
from coach.guidance.embedding import LocalEmbedding
from coach.guidance.learnt import LEARNT
from coach.guidance.library import load_library
from tests.conftest import KNOWLEDGE

EXAMPLES = {
    "distress": "I see no way out",
    "misconduct": "he locked me in",
    "discrimination": "they want no women",
    "legal-medical": "which tablets help",
    "ordinary": "which book helps",
}


class Words:
    """An embedding by words: texts that share words are near. Counts how many texts it was given."""

    def __init__(self):
        self.seen = 0

    def embed(self, texts, progress=None):
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text):
        self.seen += 1
        vector = np.zeros(512, dtype=np.float32)
        for word in text.lower().strip(".").split():
            vector[sum(map(ord, word)) % 512] += 1
        return vector / max(float(np.linalg.norm(vector)), 1e-9)


@pytest.fixture
def examples(tmp_path):
    path = tmp_path / "knowledge" / FILE
    path.parent.mkdir(parents=True)
    lines = [f"{kind}:\n  - {text}\n" for kind, text in EXAMPLES.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return tmp_path / "knowledge"


def model(knowledge, home, words):
    asked = [Phrasing("he locked the door", "misconduct"), Phrasing("how do I ask", "agenda")]
    return CareModel(knowledge, home, asked, lambda: words)


@pytest.mark.parametrize("kind", [kind for kind in EXAMPLES if kind != "ordinary"])
def test_each_kind_is_heard_in_the_sentence_that_tells_it(kind, examples, tmp_path):
    told = model(examples, tmp_path, Words()).told(f"A plain start. {EXAMPLES[kind]}.")
    assert told is not None
    assert told[0] == kind
    assert told[1].startswith(EXAMPLES[kind])
    assert told[2]


def test_what_is_only_near_is_not_sure(examples, tmp_path):
    found = model(examples, tmp_path, Words()).told("the door was shut by him")
    assert found is not None
    assert not found[2]


def test_phrasings_that_tell_of_harm_are_not_learnt_as_ordinary(examples, tmp_path):
    assert model(examples, tmp_path, Words()).told("he locked the door") is not None


@pytest.mark.parametrize("text", ["which book helps", "how do I ask", "", "   "])
def test_ordinary_texts_are_left_alone(text, examples, tmp_path):
    assert model(examples, tmp_path, Words()).told(text) is None


def test_the_gravest_of_several_is_told(examples, tmp_path):
    text = "They want no women. he locked me in. I see no way out. Which tablets help?"
    assert model(examples, tmp_path, Words()).told(text)[0] == "distress"


def test_it_learns_once_and_is_found_again(examples, tmp_path):
    model(examples, tmp_path, Words()).told("a word")
    later = Words()
    model(examples, tmp_path, later).told("a word")
    assert later.seen == 1


def test_a_damaged_file_is_learnt_again(examples, tmp_path):
    model(examples, tmp_path, Words()).told("a word")
    (kept,) = tmp_path.glob("*care.npz")
    kept.write_bytes(b"not a model")
    assert model(examples, tmp_path, Words()).told(EXAMPLES["distress"])[0] == "distress"


def test_missing_examples_are_an_error_with_a_fix(tmp_path):
    with pytest.raises(KnowledgeError) as caught:
        model(tmp_path / "none", tmp_path, Words()).told("a word")
    assert "care.yaml" in caught.value.message
    assert caught.value.fix


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    asked = phrasings(load_asked_as(KNOWLEDGE), load_library(KNOWLEDGE).cards.values())
    home = tmp_path_factory.mktemp("home")
    return CareModel(KNOWLEDGE, home, asked, LocalEmbedding, KNOWLEDGE / LEARNT)


@pytest.mark.parametrize(
    "text",
    [
        "there is no sick pay",
        "I can't take a day off, I have no sick pay.",
        "No sick pay at the yard, so the talk has to be after work.",
        "I'm freelance and get no paid holiday",
        "Just give me your opinion, I won't tell a soul at work that it came from you.",
        "Which of the two would you take, the short one or the long one?",
    ],
)
def test_terms_of_work_and_pressing_for_an_answer_are_ordinary(text, shipped):
    found = shipped.told(text)
    assert found is None or not found[2]


@pytest.mark.parametrize(
    "text",
    [
        "they stopped my sick pay because I complained about him",
        "I'm off sick again and I don't want to wake up tomorrow",
    ],
)
def test_what_goes_on_behind_such_terms_is_still_heard(text, shipped):
    assert shipped.told(text)[2]


def test_a_sentence_that_runs_on_is_read_in_parts_and_loses_no_word():
    text = "I swept up in a shop, and " + ", and ".join(
        f"I liked the smell of wood number {n}" for n in range(12)
    )
    parts = _sentences(text)
    assert len(parts) > 3
    assert all(part in text for part in parts)
    assert sum(part.count("smell") for part in parts) == 12


def test_a_sentence_of_common_length_is_read_whole():
    text = "I was a baker, then a driver, and now I look for a mentor in the bakery."
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Where do I keep what I promised to do?",
        "I put the forms in the box by the door, and nobody has looked at them since.",
        "The doctor who runs the ward told us to write less and look more.",
        "Twenty hands go through that kitchen in a week, and I know each of them by name.",
    ],
)
def test_ordinary_talk_of_work_draws_no_note(text, shipped):
    assert shipped.told(text) is None
