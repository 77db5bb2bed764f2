"""Organisations, addresses, telephone numbers and handles a remote model does not see."""

import pytest

from tests.llm.masks import masked


@pytest.mark.parametrize(
    ("organisation", "text", "seen"),
    [
        (
            "Northfield Hospital",
            "Northfield Hospital: Northfield's hospital, a Hospital",
            "Org1 Hospital: Org1's hospital, a Hospital",
        ),
        ("Northfield Hospital", "NH and nh", "Org1b and nh"),
        ("University of Leeds", "University of Leeds, UoL, UL", "University of Org1, Org1b, Org1c"),
        ("Harbor Health", "Harbor Health's harbor health team", "Org1 Health's org1 health team"),
        ("Harbor Health", "a safe harbor for their health", "a safe harbor for their health"),
        ("The Open University", "the Open University is open", "the Org1 is open"),
        ("National Health Service", "the NHS, National Health\nService", "the Org1b, Org1c\nOrg1d"),
        ("Goldman Sachs", "Goldman Sachs, Goldman", "Org1 Org2, Org1"),
        ("Johnson & Johnson", "Johnson & Johnson", "Org1 & Org1"),
        ("AT&T", "AT&T, at the T", "Org1, at the T"),
        ("3M", "3M", "Org1"),
        ("Acme Industries", "AI at Acme", "AI at Org1"),
        ("Target", "our target at Target", "our target at Org1"),
        ("Bank of Lagos", "the Bank of Lagos is a bank", "the Bank of Org1 is a bank"),
        ("Brightwell.io", "Brightwell and brightwell.io", "Org1b and org1"),
    ],
)
def test_organisations_are_found_by_what_tells_them_apart(organisation, text, seen):
    assert masked(text, organisations=[organisation]) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Write to elena.ruiz@harbor-health.org.", "Write to Email1."),
        ("o’neill+x@mail.example.co.uk,j@x.io", "Email1,Email2"),
        ("mailto:elena@harbor.org", "mailto:Email1"),
        ("-elena@harbor.org", "-Email1"),
        ("Call +44 20 7946 0958 or (555) 123-4567", "Call Phone1 or Phone2"),
        ("07700 900123, tel:+4915112345678", "Phone1, tel:Phone2"),
        ("(020 7946 0958)", "(Phone1)"),
        ("06 12 34 56 78, 555 123 4567 555 123 4568", "Phone1, Phone2"),
        ("555.123.4567 / 020-7946-0958", "Phone1 / Phone2"),
        ("see @priya_nair. @elena.r", "see @Handle1. @Handle2"),
        ("linkedin.com/in/elena-ruiz-42/", "linkedin.com/in/Handle1/"),
        ("https://www.LinkedIn.com/in/ren%C3%A9e?x=1", "https://www.LinkedIn.com/in/Handle1?x=1"),
        (
            "x.com/priya, https://github.com/pnair/cv",
            "x.com/Handle1, https://github.com/Handle2/cv",
        ),
        ("https://medium.com/@priya.", "https://medium.com/@Handle1."),
        ("elenaruiz.com/ElenaRuizCV.pdf", "Name1b.com/Name1c.pdf"),
        ("cv_ruiz_2026 ruiz2026 RuizCV", "cv_name2_2026 Name2b Name2c"),
        ("https://harbor.org/people/elena-ruiz", "https://harbor.org/people/name1-name2"),
    ],
)
def test_addresses_phones_and_handles_are_masked_without_being_given(text, seen):
    assert masked(text, "Elena Ruiz") == seen


@pytest.mark.parametrize(
    "text",
    [
        "on 2026-12-03, 03/12/2026 or 3.12.2026",
        "2026-12-01 2026-12-03",
        "2019-2024 and 2019 2020 2021",
        "1 000 000 or 1.000.000 or 3.14159265",
        "from 14:00-15:30 or 0900-1500, 20 minutes, room 12-14",
        "doi 10.1037/0021-9010.93.2.254",
        "at 4 pm @ the office @4pm",
        "netflix.com/title and example.org/in/depth",
        "30/60/90 days",
        "10 20 30 40 50 and 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
    ],
)
def test_dates_numbers_and_plain_links_are_left_alone(text):
    assert masked(text) == text


def test_a_date_beside_a_phone_number_stays():
    assert masked("2026-12-03 020 7946 0958") == "2026-12-03 Phone1"
