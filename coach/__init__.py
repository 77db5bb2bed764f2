"""Mentorship Coach: helps a mentee write the first message, prepare the meeting and reflect on it."""

__version__ = "0.1.0"
