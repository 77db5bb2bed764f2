"""One module per thing the mentee does: brief -> guidance -> write -> review -> result."""
