"""The table of a debrief in which a game stands turn by turn: one capital beside history, or both side by side."""

from collections.abc import Mapping, Sequence

from game.debrief.model import Account, Turn
from game.debrief.wording import NAMES, joined, marked, numbers, spoken
from game.printing.document import Run, Table, Text, bold, italic
from game.printing.room import Room, trimmed
from game.rules.symbols import UNICODE
from game.rules.words import CAPITALS


def own_turns(account: Account, room: Room) -> Table:
    """One row for each own decision; beside it what the other capital did, and what was done in history."""
    rows = tuple(_own_row(account, group, room) for group in _groups(account))
    them = next(NAMES[c] for c in CAPITALS if c != account.header.role)
    head = ("turn", "in play, and why", "expected", f"it came; {them}", "in history")
    return Table(head, rows, _table_says(account), widths=(0, 10, 3, 7, 6))


def _groups(account: Account) -> list[list[int]]:
    """The turns of both paths, each own one with those of the other capital that follow it."""
    groups: list[list[int]] = []
    own = account.header.role
    for turn in account.timeline.turns:
        if turn.by == own or not groups:
            groups.append([turn.number])
        else:
            groups[-1].append(turn.number)
    return groups


def _own_row(account: Account, group: Sequence[int], room: Room) -> tuple[Text, ...]:
    turns = [turn for number in group if (turn := account.turn(number)) is not None]
    own = next((turn for turn in turns if turn.own), None)
    mine: tuple[str | Run, ...] = (own.label, *_reason(own, room)) if own else ("–",)
    others = [f"{turn.number} {turn.label}{_came_to(turn)}" for turn in turns if not turn.own]
    came = "; ".join(filter(None, [_hung(own.came, own.hung_on, room), ", ".join(own.flags)])) if own else ""
    expected = _hung(own.expects, own.because, room) if own else ""
    dates = [turn.date for turn in account.timeline.turns if turn.number == group[0]]
    label = f"{group[0]}\n{_short(dates[0])}".rstrip() if dates else str(group[0])
    return (label, mine, expected, "; ".join(filter(None, [came, *others])) or "–", _history(account, group))


def _hung(word: str, causes: Sequence[str], room: Room) -> str:
    """A reception with what it hung on, or was expected to."""
    shown = word and causes and room.causes
    return f"{marked(word, UNICODE)}: {', '.join(map(spoken, causes))}" if shown else marked(word, UNICODE)


def _short(date: str) -> str:
    """A date with its month cut to three letters."""
    return " ".join(word[:3] if word.isalpha() else word for word in date.split())


def _came_to(turn: Turn) -> str:
    """What an opening of the other capital met."""
    if turn.kind not in ("act", "offer") or not turn.came:
        return ""
    return f" ({', '.join([marked(turn.came, UNICODE), *turn.flags])})"


def _history(account: Account, group: Sequence[int]) -> Text:
    """What was done in history at these turns."""
    turns = [turn for turn in account.timeline.turns if turn.number in group]
    if all(turn.agrees for turn in turns):
        return italic("the same")
    return "; ".join(f"{turn.number} {'the same' if turn.agrees else turn.history or 'not met'}" for turn in turns)


def _table_says(account: Account) -> Text:
    agree, apart = account.timeline.agree, account.timeline.part
    parts = [f"Agree: {numbers(agree)}." if agree else "", f"Part: {numbers(apart)}." if apart else ""]
    back = [f"“{trimmed(b.label, 45)}” (then “{trimmed(b.instead, 45)}”)" for b in account.taken_back]
    undone = f" Taken back: {joined(back[:2])}{' and more' if len(back) > 2 else ''}." if back else ""
    said = " ".join(filter(None, [*parts, _nobody_chose(account), account.predictions.says]))
    return f"Play and history: {said}{undone}"


def _nobody_chose(account: Account) -> str:
    """What came after a turn and cost a result, or brought a verdict."""
    costly: dict[int, list[str]] = {}
    for one in account.timeline.unchosen:
        if one.cost:
            costly.setdefault(one.turn, []).append(one.cost)
    said = [f"after turn {turn} ({'; '.join(costs)})" for turn, costs in costly.items()]
    return f"Nobody chose what came {joined(said)}." if said else ""


def turns_of_two(account: Account, room: Room) -> Table:
    """One row an exchange: what each capital did, why, and what it expected."""
    rows = tuple(_pair_row(account, pair, room) for pair in _pairs(account))
    head = ("", "Washington, and why", "Mexico City, and why", "in history")
    return Table(head, rows, _table_says(account), widths=(0, 8, 8, 5))


def _pairs(account: Account) -> list[dict[str, int]]:
    """The turns of both paths by capital, each of Washington's with the one of Mexico City that follows it."""
    pairs: list[dict[str, int]] = []
    for turn in account.timeline.turns:
        if turn.by == "washington" or not pairs or turn.by in pairs[-1]:
            pairs.append({})
        pairs[-1][turn.by] = turn.number
    return pairs


def _pair_row(account: Account, pair: Mapping[str, int], room: Room) -> tuple[Text, ...]:
    dates = [turn.date for turn in account.timeline.turns if turn.number in pair.values()]
    cells = [_side(account.turn(pair.get(capital, 0)), room) for capital in CAPITALS]
    return (_short(dates[0]), *cells, _history(account, list(pair.values())))


def _side(turn: Turn | None, room: Room) -> Text:
    """What one capital did in an exchange."""
    if turn is None:
        return "–"
    return (bold(f"{turn.number} "), turn.label, *_reason(turn, room), _foretold(turn, room))


def _foretold(turn: Turn, room: Room) -> str:
    expected = f"expected {_hung(turn.expects, turn.because, room)}" if turn.expects else ""
    came = f"came {_hung(turn.came, turn.hung_on, room)}" if turn.came else ""
    said = "; ".join(filter(None, [expected, came, *turn.flags]))
    return f" [{said}]" if said else ""


def _reason(turn: Turn, room: Room) -> tuple[Run, ...]:
    """A person's reason in italics, as it was typed."""
    return (italic(f" “{trimmed(turn.reason, room.reason)}”"),) if turn.reason.strip() else ()
