"""Runs one page at a time, over services in memory."""

import sys
from collections.abc import Callable, Iterator

import pytest
import streamlit as st
from app_fakes import FakeSearch, fake_services
from streamlit.testing.v1 import AppTest

from coach.errors import CoachError
from coach.ui import services as ui_services
from coach.use_cases.ports import Services

Open = Callable[..., AppTest]

_PAGE = """
from coach.ui import {module}
from coach.ui.calm import calmly
from coach.ui.memory import begin, end

begin()
with calmly():
    {module}.page()
end()
"""


@pytest.fixture(autouse=True)
def _main_module_stays() -> Iterator[None]:
    """A page run by AppTest becomes ``__main__``, which a process started later would run again."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The fake services every page of this test is given."""
    made = fake_services()
    st.cache_resource.clear()
    monkeypatch.setattr(ui_services, "build", lambda settings, progress=None: made)
    yield made
    st.cache_resource.clear()


@pytest.fixture
def search(services: Services) -> FakeSearch:
    assert isinstance(services.search, FakeSearch)
    return services.search


@pytest.fixture
def open_page(services: Services) -> Open:
    """Open a page of that name, with the query parameters given."""

    def open_one(module: str, **query: str) -> AppTest:
        page = AppTest.from_string(_PAGE.format(module=module), default_timeout=20)
        for name, value in query.items():
            page.query_params[name] = value
        return page.run()

    return open_one


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[CoachError]:
    """Services that cannot be built."""
    problem = CoachError("the cards cannot be read", "Reinstall the program.")

    def fail(settings: object, progress: object = None) -> Services:
        raise problem

    st.cache_resource.clear()
    monkeypatch.setattr(ui_services, "build", fail)
    yield problem
    st.cache_resource.clear()
