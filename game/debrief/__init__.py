"""One account of one finished game, as data. Screen, text and paper only arrange it."""
