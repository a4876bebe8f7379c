"""What the screens are made of, grouped by what a player sees."""
