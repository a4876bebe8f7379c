"""How each disposition plays a capital (RULES.md 6). A disposition sees what a capital sees, and looks at no future.

The strategist is not here: exact best play is worked out in :mod:`game.play.solve`.
"""

from collections.abc import Sequence

from game.play.course import Course
from game.play.position import Position
from game.rules.facts import binds
from game.rules.moves import Act, Answer, Follow, Objection, Offer, Reply, Wait
from game.scenario.model import Decision, Option

Options = Sequence[tuple[int, Option]]
TEMPTED, DRIVEN = 1, 4
"""The frustration from which a hard-liner in Washington acts alone, and from which everybody there does."""


class Seat:
    """One capital's place at one decision: what it may choose, and the few things a disposition asks."""

    def __init__(self, course: Course, position: Position) -> None:
        """Take the seat at the decision that waits."""
        item = course.waiting(position)
        assert isinstance(item, Decision)
        self.course, self.position, self.item = course, position, item
        self.options: Options = [(i, item.options[i]) for i in course.choices(position)]

    def offers(self) -> Options:
        """The options that propose something."""
        return [(i, o) for i, o in self.options if isinstance(o.move, Offer)]

    def acts(self) -> Options:
        """The options that act alone."""
        return [(i, o) for i, o in self.options if isinstance(o.move, Act)]

    def binding(self, offer: Offer) -> bool:
        """Would the offer bind Washington?"""
        return binds(offer, self.course.setting)

    def reception(self, option: int) -> int:
        """What the rules would make of an offer here: 0 refused, 1 token, 2 cooperation."""
        return self.course.dealings.would_meet(self.position, option)

    def wounded(self, field: str) -> bool:
        """Is a wound open in the field?"""
        return self.position.ground.fields[self.course.setting.index(field)].wounded

    def interest(self, field: str) -> int:
        """Mexico City's interest in the field."""
        return self.position.ground.fields[self.course.setting.index(field)].interest

    def plain(self) -> int:
        """The historical option, else to wait, else the first."""
        for index, option in self.options:
            if option.historical:
                return index
        return self.wait()

    def done_and_due(self) -> int | None:
        """What was really done, if it is a reply of the level due, or an answer that comes to what the rules find.

        In earnest, an offer that the rules find a token is received as one, and what it signs is signed all the same.
        """
        table = self.position.table
        for index, option in self.options:
            if table is None or not option.historical:
                continue
            move = option.move
            if isinstance(move, Reply) and move.level == table.due:
                return index
            if isinstance(move, Answer) and move.level >= table.level:
                return index
        return None

    def wait(self) -> int:
        """To wait, else the first."""
        return next((i for i, o in self.options if isinstance(o.move, Wait)), self.options[0][0])

    def nearest(self, wanted: int) -> int:
        """The reply or answer nearest to a level; among equals the lower, the historical, the first."""
        return min(self.options, key=lambda pair: _distance(pair[1], wanted))[0]

    def follow(self, how: str) -> int:
        """The follow-up of that kind, else the historical one, else to stand, else the first."""
        hows = {o.move.how: i for i, o in reversed(self.options) if isinstance(o.move, Follow)}
        return hows.get(how, hows.get("stand", self.plain()))

    def best_received(self, options: Options) -> int:
        """The offer received best, ties in file order."""
        return max(options, key=lambda pair: (self.reception(pair[0]), -pair[0]))[0]


def _distance(option: Option, wanted: int) -> tuple[int, int, bool]:
    move = option.move
    assert isinstance(move, Reply | Answer)
    odd = isinstance(move, Reply) and move.manner is not None
    return abs(move.level - wanted) * 2 + odd, move.level, not option.historical


def choose(disposition: str, course: Course, position: Position) -> int:
    """The index of the option that a disposition takes at the decision that waits."""
    return chosen(disposition, Seat(course, position))


def regarded(course: Course, position: Position) -> int:
    """What a disposition sees of the meters at home: how high frustration stands, and only where Washington opens."""
    item = course.scenario.play[position.at]
    opens = isinstance(item, Decision) and item.kind == "opening" and item.by == "washington"
    return sum(position.home.frustration >= step for step in (TEMPTED, DRIVEN)) if opens else 0


def chosen(disposition: str, seat: Seat) -> int:
    """The index of the option that a disposition takes in a seat."""
    if len(seat.options) == 1:
        return seat.options[0][0]
    if seat.position.table is not None and seat.item.kind != "opening":
        return _answering(disposition, seat)
    if disposition == "history":
        return seat.plain()
    return (_mexico_opens if seat.item.by == "mexico-city" else _washington_opens)(disposition, seat)


def _answering(disposition: str, seat: Seat) -> int:
    """A reply, an answer or a follow-up."""
    table = seat.position.table
    assert table is not None
    if disposition == "history" and (done := seat.done_and_due()) is not None:
        return done
    if seat.item.kind == "reply":
        return seat.nearest(_reply(disposition, table.due))
    if seat.item.kind == "answer":
        return seat.nearest(_answer(disposition, seat, table.level))
    return seat.follow(_follow_up(disposition, seat))


def _reply(disposition: str, due: int) -> int:
    if disposition == "hard-liner":
        return due + 1
    if disposition == "accommodator":
        return max(due - 1, min(due, 1))
    return due


def _answer(disposition: str, seat: Seat, level: int) -> int:
    if disposition == "accommodator":
        return 2
    if disposition == "hard-liner" and seat.item.by == "mexico-city":
        table = seat.position.table
        assert table is not None
        offer = seat.course.dealings.offer_on(table)
        if offer.purpose == "operational" and seat.interest(offer.field) < 2:
            return min(level, 1)
    return level


def _follow_up(disposition: str, seat: Seat) -> str:
    table = seat.position.table
    assert table is not None
    if disposition == "accommodator":
        return "settle"
    if disposition == "history":
        return next((o.move.how for _, o in seat.options if o.historical and isinstance(o.move, Follow)), "stand")
    if disposition == "hard-liner":
        return "settle" if table.level >= 3 else "stand"
    return seat.course.dealings.expected(table, seat.position.ground)


def _mexico_opens(disposition: str, seat: Seat) -> int:
    """Objects, asks for rules, offers or waits, as the disposition has it."""
    offers = seat.offers()
    asks = [(i, o) for i, o in offers if isinstance(o.move, Offer) and seat.binding(o.move)]
    if disposition == "hard-liner":
        objections = [(i, o) for i, o in seat.options if isinstance(o.move, Objection)]
        first = objections or asks
        return first[0][0] if first else seat.wait() if offers else seat.plain()
    if disposition == "accommodator" and offers:
        return seat.best_received(offers)
    healing = [(i, o) for i, o in asks if isinstance(o.move, Offer) and seat.wounded(o.move.field)]
    if healing:
        return healing[0][0]
    if not offers:
        return seat.plain()
    waits = any(isinstance(o.move, Wait) for _, o in seat.options)
    return seat.wait() if waits else seat.plain()


def _washington_opens(disposition: str, seat: Seat) -> int:
    """Acts alone, heals or works jointly, as the disposition has it."""
    frustration, acts, offers = seat.position.home.frustration, seat.acts(), seat.offers()
    if disposition == "hard-liner" and frustration >= TEMPTED and acts:
        return _most_yields(acts)
    if disposition == "accommodator":
        return seat.best_received(offers) if offers else seat.plain()
    healing = [
        (i, o) for i, o in offers if isinstance(o.move, Offer) and seat.binding(o.move) and seat.wounded(o.move.field)
    ]
    if healing:
        return seat.best_received(healing)
    if frustration >= DRIVEN and acts:
        return _most_yields(acts)
    unbinding = [(i, o) for i, o in offers if isinstance(o.move, Offer) and not seat.binding(o.move)]
    return seat.best_received(unbinding or offers) if offers else seat.plain()


def _most_yields(acts: Options) -> int:
    return max(acts, key=lambda pair: (pair[1].move.yields if isinstance(pair[1].move, Act) else 0, -pair[0]))[0]
