"""The Streamlit pages and what they share; the only package that imports Streamlit."""
