"""A scenario played on all its paths: what they hold, what best play makes of them, and their picture."""
