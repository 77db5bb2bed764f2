"""Curated guidance: cards read from disk, indexed, and found by a mentee's own words.

Nothing is imported here, so that reading cards does not pay for the search engine.
"""
