"""The laboratory: a scenario played on all its paths, and what it is held to."""
