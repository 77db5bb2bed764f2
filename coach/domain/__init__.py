"""Plain types and vocabulary; imports nothing of ours but errors."""
