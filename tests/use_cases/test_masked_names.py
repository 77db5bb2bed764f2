"""Which names of a brief are kept from a remote model."""

import pytest

from coach.domain.likeness import Likeness
from coach.use_cases.masked_names import names_in, names_of


def test_everybody_in_the_fields_for_names_and_both_organisations(priya):
    names = names_in(priya(purpose="introduction-request", via="Tom Baker"))
    assert names.people == ("Priya Nair", "Dr. Elena Ruiz", "Tom Baker")
    assert names.organisations == ("Northfield Hospital", "Harbor Health")


@pytest.mark.parametrize(
    ("via", "name"),
    [
        ("Tom Baker, my former manager", "Tom Baker"),
        ("my former manager Tom Baker", "Tom Baker"),
        ("Tom Baker (my old boss)", "Tom Baker"),
        ("Tom Baker - we studied together", "Tom Baker"),
        ("Prof. Pieter van der Berg, PhD", "Prof. Pieter van der Berg, PhD"),
        ("Robert (Bob) Tarrant", "Robert (Bob) Tarrant"),
        ("tom baker", "tom baker"),
        ("李明", "李明"),
        ("Anne-Marie O'Neill", "Anne-Marie O'Neill"),
    ],
)
def test_what_describes_a_person_is_not_their_name(priya, via, name):
    assert names_in(priya(via=via)).people[2] == name


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("the analytics team at Harbor Health", "Harbor Health"),
        ("Institute of Public Health", "Institute of Public Health"),
        ("eBay", "eBay"),
        ("a bakery", "a bakery"),
    ],
)
def test_an_organisation_is_named_by_its_words_with_capitals(priya, organisation, name):
    brief = priya(recipient={"name": "Elena", "organisation": organisation})
    assert names_in(brief).organisations[1] == name


def test_people_with_a_title_are_found_in_free_text_and_others_are_not_guessed(priya):
    brief = priya(
        connection="Dr. Marsh and Ms de la Cruz told me of her; Anna did too",
        history=[{"what": "met Prof Ana O’Dowd", "advice": "talk to Mr. Will"}],
    )
    assert set(names_in(brief).people[2:]) == {"Marsh", "de la Cruz", "Ana O’Dowd", "Will"}


def test_nobody_is_named_twice_and_nothing_empty(priya):
    brief = priya(sender={"name": "", "organisation": "Harbor Health"})
    assert names_in(brief).people == ("Dr. Elena Ruiz",)
    assert names_in(brief).organisations == ("Harbor Health",)


def test_of_a_person_rehearsed_with_name_organisation_and_whoever_is_titled_are_masked():
    likeness = Likeness(
        name="Elena Ruiz",
        about="Kim Dale",
        organisation="the team at Harbor Health",
        last_advice=("write to Dr. Marsh first",),
    )
    found = names_of(likeness)
    assert {"Elena Ruiz", "Kim Dale", "Marsh"} <= set(found.people)
    assert found.organisations == ("Harbor Health",)
