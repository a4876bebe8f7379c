"""A game being played: where it stands, what may be chosen, what follows, and what is best."""
