"""Measured quality and speed."""
