"""What both the findings on a tree and its picture say of it, in the same words."""


def share(chance: float) -> str:
    """A share of games at random, in per cent."""
    percent = 100 * chance
    if percent >= 9.95 or percent == 0:
        return f"{percent:.0f} %"
    return f"{percent:.1f} %" if percent >= 0.095 else f"{percent:.2g} %"


def not_exhaustive(states: int) -> str:
    """That the tree was cut, and what that means."""
    return f"not exhaustive beyond {states:,} states: what is called never is only not met in these"


__all__ = ["not_exhaustive", "share"]
