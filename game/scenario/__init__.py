"""A scenario: what it is (model), how its file is read (read)."""
