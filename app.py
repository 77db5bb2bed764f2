"""The app: page config, the pages and the way between them."""

import streamlit as st

from coach.ui import look, navigation
from coach.ui.memory import begin, end
from coach.ui.warm import warm_soon


def main() -> None:
    """Show the page the person chose."""
    look.put_on()
    begin()
    pages = navigation.pages()
    chosen = st.navigation(pages, position="hidden")
    st.set_page_config(f"{chosen.title} · {look.NAME}", page_icon="✉", layout="wide")
    look.show_way(pages, chosen)
    chosen.run()
    look.show_foot(chosen)
    end()
    warm_soon()


main()
