"""One document as data, and four ways to put it on paper. Nothing here knows the game."""
