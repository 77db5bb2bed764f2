"""Checks on texts."""
