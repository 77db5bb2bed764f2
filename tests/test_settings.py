"""Settings come from the environment; a wrong one about models never hides where things are."""

import pytest

from coach.errors import InputError
from coach.settings import BUILT_IN, read_places, read_settings

WRONG = {"COACH_MASK": "maybe", "COACH_MODEL": "openai:x", "COACH_HOME": "/somewhere"}


def test_nothing_set_means_the_built_in_writer_and_no_key() -> None:
    settings = read_settings({})
    assert settings.model == BUILT_IN
    assert settings.access.key == "" and not settings.access.sees_notes


@pytest.mark.parametrize("wrong", [{"COACH_MASK": "maybe"}, {"COACH_MODEL_PATIENCE": "soon"}])
def test_a_setting_that_cannot_be_right_is_told_with_its_fix(wrong: dict[str, str]) -> None:
    with pytest.raises(InputError) as told:
        read_settings(wrong)
    assert told.value.fix


def test_where_things_are_is_known_even_so_with_the_built_in_writer() -> None:
    places = read_places(WRONG)
    assert str(places.home) == "/somewhere"
    assert places.model == BUILT_IN


def test_a_key_is_never_printed() -> None:
    assert "sk-secret" not in repr(read_settings({"OPENAI_API_KEY": "sk-secret"}))
