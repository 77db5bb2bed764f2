"""The frame of the app: navigation, theme, contrast, and who may listen."""

import tomllib
from pathlib import Path

from streamlit.testing.v1 import AppTest

from coach.use_cases.ports import Services

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        light = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_app_opens_on_reach_out_with_a_way_to_every_page(services: Services) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).run()
    assert not app.exception
    assert app.title[0].value == "Reach out"
    *ways, own_draft, writer = [one.label for one in app.page_link]
    assert own_draft == "I have a draft already"
    assert writer == "Change"
    assert "written by the built\\-in writer" in app.caption[-1].value
    assert ways == [
        "Reach out",
        "Improve my draft",
        "Prepare",
        "Rehearse",
        "Reflect",
        "Ask",
        "Guidance",
        "Your documents",
    ]


def test_text_is_readable_in_both_themes() -> None:
    for name in ("light", "dark"):
        theme = CONFIG["theme"][name]
        for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
            assert contrast(theme["textColor"], ground) >= 7
            assert contrast(theme["linkColor"], ground) >= 4.5
            assert contrast(theme["borderColor"], ground) >= 3
        assert contrast("#ffffff", theme["primaryColor"]) >= 4.5
        assert contrast(theme["primaryColor"], theme["backgroundColor"]) >= 3


def test_the_app_listens_on_this_computer_only_and_reports_to_nobody() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False


def test_nothing_in_the_interface_lets_html_through() -> None:
    for module in (ROOT / "coach/ui").glob("*.py"):
        assert "unsafe_allow" not in module.read_text()


def test_the_style_sheet_loads_nothing() -> None:
    sheet = (ROOT / "coach/ui/style.css").read_text()
    assert "url(" not in sheet
    assert "@import" not in sheet
