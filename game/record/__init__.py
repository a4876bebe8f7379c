"""The record: every coded case of the papers, as what was found and what came of it."""
