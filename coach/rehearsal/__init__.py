"""Rehearsing a talk: scenarios, personas, the counterpart's part, feedback and debrief."""
