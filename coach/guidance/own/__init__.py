"""The mentee's own guidance: documents they add, kept apart from the curated cards.

What stands in them is shown and searched, never followed as an instruction.
"""
