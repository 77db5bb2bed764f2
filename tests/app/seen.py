"""Reads a page as a person would: everything it says, and where the problems are."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea, TextInput


def plain_texts(page: AppTest) -> list[str]:
    """Every text shown letter by letter."""
    return [element.value for element in page.text]


def notices(page: AppTest) -> list[str]:
    """Every warning and error, without the escapes and the bold."""
    shown = [*page.warning, *page.error]
    return [one.value.replace("\\", "").replace("*", "") for one in shown]


def headings(page: AppTest) -> list[str]:
    """Every heading, in order of level."""
    return [one.value for one in (*page.title, *page.header, *page.subheader)]


def said(page: AppTest) -> str:
    """Everything on the page that is not in a field."""
    shown = [*page.text, *page.markdown, *page.caption, *page.warning, *page.error]
    return "\n".join([*headings(page), *(str(one.value) for one in shown)])


def field(page: AppTest, key: str) -> TextInput | TextArea:
    """The field of that key; after the program set it, its key ends in ``~`` and a number."""
    return next(
        one
        for one in (*page.text_input, *page.text_area)
        if one.key is not None and one.key.split("~")[0] == key
    )
