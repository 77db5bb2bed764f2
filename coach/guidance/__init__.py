"""Curated guidance: cards read from disk, indexed, and found by a mentee's own words.

Nothing is imported here, so that reading cards does not pay for the search engine.
"""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
"""onnxruntime notes events for its maker unless it is told not to before it is imported."""
