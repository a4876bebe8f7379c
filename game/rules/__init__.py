"""The rules, pure: state and move in, state and trace out. No file, clock, chance or screen is known here."""
