"""Two Capitals: a classroom game of US-Mexican drug policy. This package root imports nothing."""

__version__ = "0.1.0"
