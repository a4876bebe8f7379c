"""Theories held against the record: what they get right, how firmly, and what turns it."""
