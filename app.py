"""The app: page config, the four pages and the way between them."""

import streamlit as st

from coach.ui import guidance, links, look, prepare, reach_out, reflect
from coach.ui.calm import calmly
from coach.ui.memory import desk
from coach.ui.services import warm_soon


def main() -> None:
    """Show the page the person chose."""
    look.put_on()
    desk()
    pages = [
        st.Page(reach_out.page, title="Reach out", url_path=links.REACH_OUT, default=True),
        st.Page(prepare.page, title="Prepare", url_path=links.PREPARE),
        st.Page(reflect.page, title="Reflect", url_path=links.REFLECT),
        st.Page(guidance.page, title="Guidance", url_path=links.GUIDANCE),
    ]
    chosen = st.navigation(pages, position="hidden")
    st.set_page_config(f"{chosen.title} · {look.NAME}", page_icon="✉", layout="wide")
    look.show_way(pages, chosen)
    with calmly():
        chosen.run()
    warm_soon()


main()
