"""A time zone is a place's, by its name; an abbreviation is asked about."""

import zoneinfo

import pytest

from coach.errors import InputError
from coach.export.zones import (
    ABBREVIATIONS,
    chosen_zone,
    computer_zone,
    zone_named,
    zone_names,
    zone_of_place,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Europe/London", "Europe/London"),
        ("america/new_york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("utc", "UTC"),
    ],
)
def test_a_name_is_found_however_it_is_typed(written: str, name: str) -> None:
    assert zone_named(written, "--zone") == name


@pytest.mark.parametrize("short", sorted(ABBREVIATIONS))
def test_an_abbreviation_is_refused_with_two_places(short: str) -> None:
    with pytest.raises(InputError, match="several meanings") as caught:
        zone_named(short, "--zone")
    assert all(place in caught.value.fix for place in ABBREVIATIONS[short])
    assert set(ABBREVIATIONS[short]) <= set(zone_names())


def test_a_slip_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(InputError) as caught:
        zone_named("Asia/Kolkatta", "COACH_TIMEZONE")
    assert caught.value.message.startswith("COACH_TIMEZONE")
    assert caught.value.fix == "Did you mean Asia/Kolkata?"


def test_the_first_that_was_asked_for_wins() -> None:
    asked = (("--zone", "Asia/Kolkata"), ("COACH_TIMEZONE", "Europe/London"))
    assert chosen_zone(*asked, computer=lambda: "UTC") == "Asia/Kolkata"
    assert chosen_zone(("--zone", ""), asked[1], computer=lambda: "UTC") == "Europe/London"
    assert chosen_zone(("--zone", ""), computer=lambda: "America/Lima") == "America/Lima"
    assert chosen_zone(("--zone", " "), computer=lambda: None) is None


def test_a_city_names_its_zone() -> None:
    assert zone_of_place("London") == "Europe/London"
    assert zone_of_place("new york ") == "America/New_York"
    assert zone_of_place("her office") is None


def test_the_computers_zone_has_a_name_or_is_not_known() -> None:
    found = computer_zone()
    assert found is None or zoneinfo.ZoneInfo(found)
