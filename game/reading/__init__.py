"""YAML values that know their place, and what to say when they are wrong. The game is not known here."""
