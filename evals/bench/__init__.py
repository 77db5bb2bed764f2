"""Ratios measured side by side in one run: ours against the barest program that does the same."""
