"""How dates are written in a scenario."""

import re

from game.reading.diagnostics import quoted
from game.reading.forms import Form

MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


def date_in(form: Form, key: str = "when") -> str:
    """A year, a month or a day, as it is written; empty if there is none."""
    text = form.text(key)
    if text and not DATE.fullmatch(text):
        form.faults.error(form.place_of(key), "odd-date", f"{quoted(text)} is no date", "1998, 1998-05 or 1998-05-16")
    return text
