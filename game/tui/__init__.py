"""The terminal game: screens and widgets over :mod:`game.play`. It draws what a game says and decides no rule."""
