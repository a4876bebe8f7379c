"""One sitting at a terminal, whatever its face: the game that is played, what a capital may know, the words for it."""
