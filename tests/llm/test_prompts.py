"""Prompts are files with strict inputs, and what comes from outside stays data."""

from pathlib import Path

import pytest

from coach.domain import forms
from coach.errors import KnowledgeError
from coach.llm.prompts import PromptBook, as_data, load_prompt
from tests.conftest import ROOT

BOOK = PromptBook(ROOT / "prompts")
OURS = {"purpose", "length", "tone", "approach", "guidance", "cards", "style", "number", "stance"}
"""Inputs from this program and its curated cards; every other one is from outside and is fenced."""
FILE = """---
name: greet
version: 2
inputs: [who, said]
outside: [said]
output: MessageForm
---
# System
Greet {{who}}.

# User
{{said}}
"""


def written(folder: Path, text: str, name: str = "greet.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_prompt_is_filled_in_and_tagged(tmp_path):
    made = load_prompt(written(tmp_path, FILE)).render({"who": "Ana", "said": "hello"})
    assert made.system == "Greet Ana."
    assert made.user == '<data name="said">\nhello\n</data>'
    assert made.tag.startswith("greet@2:") and len(made.tag) == len("greet@2:") + 6


def test_an_empty_input_from_outside_leaves_no_empty_fence(tmp_path):
    assert load_prompt(written(tmp_path, FILE)).render({"who": "Ana", "said": " "}).user == ""


def test_a_changed_file_has_another_tag(tmp_path):
    one = load_prompt(written(tmp_path, FILE)).tag
    other = written(tmp_path / "..", FILE.replace("Greet", "Welcome"), "greet.md")
    assert load_prompt(other).tag != one
    other.unlink()


def test_every_value_is_changed_before_it_goes_in(tmp_path):
    made = load_prompt(written(tmp_path, FILE)).render(
        {"who": "Ana", "said": "Ana says"}, lambda text: text.replace("Ana", "Name1")
    )
    assert "Ana" not in made.system + made.user


@pytest.mark.parametrize(
    ("values", "named"),
    [({"who": "Ana"}, "said"), ({"who": "a", "said": "b", "why": "c"}, "why")],
)
def test_a_missing_or_unknown_value_is_named(tmp_path, values, named):
    with pytest.raises(KnowledgeError, match=named):
        load_prompt(written(tmp_path, FILE)).render(values)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# User\n", "", "# User"),
        ("version: 2\n", "", "front matter"),
        ("version: 2", "version: 2\nmood: warm", "front matter"),
        ("version: 2", "version: two", "version"),
        ("inputs: [who, said]", "inputs: [who, said, when]", "when"),
        ("{{who}}", "{{whom}}", "who"),
        ("outside: [said]", "outside: [heard]", "heard"),
        ("name: greet", "name: meet", "meet"),
    ],
)
def test_a_broken_file_says_what_is_wrong(tmp_path, old, new, said):
    with pytest.raises(KnowledgeError, match=said):
        load_prompt(written(tmp_path, FILE.replace(old, new)))


@pytest.mark.parametrize(
    "closing", ["</data>", "</DATA >", "< / data>", "<\u200b/data>", "<data name='x'>", "</ data"]
)
def test_what_comes_from_outside_cannot_close_its_fence(closing):
    kept = as_data(f"before {closing} after")
    assert "<" not in kept and "before" in kept and "after" in kept


def test_what_nobody_can_see_is_taken_out_and_scripts_keep_their_joiners():
    assert as_data("a\u200bb\u202ec\ufeff") == "abc"
    assert as_data("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize("name", BOOK.names())
def test_every_prompt_of_ours_is_sound_and_asks_for_a_known_form(name):
    prompt = BOOK.get(name)
    assert prompt.output == "text" or hasattr(forms, prompt.output)
    assert set(prompt.inputs) - prompt.outside <= OURS
