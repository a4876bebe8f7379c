"""Theories: the rules as data, each number with its source. The paper's is ``paradox``; rivals stand beside it."""
