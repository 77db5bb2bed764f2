"""The yardstick for the app: the smallest Streamlit page there is, with one button."""

import streamlit as st

st.title("Hello")
st.button("Again")
st.write("Ready")
