"""The built-in writer: plans moves, chooses wording and joins the mentee's own words into it."""
