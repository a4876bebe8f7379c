"""Games on disk: kept line by line as they are played, listed, read back, played again. Play knows no disk."""
