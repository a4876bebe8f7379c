"""What lies on the table between the capitals: an act that waits for its reply, an offer that waits for its answer.

Laying, answering and finishing are pure steps from position to position. What the rules make of a move depends
on the ground alone, so it is worked out once for each ground and kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from game.play.happened import Happened, Log
from game.play.position import Position, Table
from game.rules.moves import Act, Answer, Offer, Reply
from game.rules.resolve import Override, Resolution, Rules
from game.rules.state import Setting, State
from game.rules.theory import Theory
from game.rules.trace import Line
from game.rules.words import NOBODY, OFFER_RECEPTIONS, RECEPTIONS, TIED_SINCE
from game.scenario.model import Decision, Event, Scenario

ANSWERING = {"reply": "mexico-city", "follow": "washington"}
"""Who speaks next to an act; an offer is answered by whoever did not make it."""
OFFER_MARK = 10
"""Added to a stored reception of an offer, so that its ladder is known again."""


@dataclass(frozen=True, slots=True, eq=False)
class Dealings:
    """A scenario under a theory, and what has been worked out of it so far."""

    scenario: Scenario
    theory: Theory
    setting: Setting
    rules: Rules
    known: dict[tuple[object, ...], Resolution] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario, theory: Theory) -> "Dealings":
        """The dealings of a scenario under a theory."""
        setting = Setting(scenario.fields, scenario.agreements, scenario.ledger, tied=scenario.years[0] >= TIED_SINCE)
        return cls(scenario, theory, setting, Rules(theory, setting))

    def once(self, key: tuple[object, ...], work: Callable[[], Resolution]) -> Resolution:
        """A resolution, worked out once for each occasion and ground: the same question has the same answer."""
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = work()
        return found

    def settled(self, position: Position, done: Resolution, log: Log | None) -> tuple[Position, tuple[Line, ...]]:
        """The position with a resolution worked into it, and its lines; those at home only if somebody asks."""
        at, round_, _, home, table, chosen, received = position
        lines = done.lines
        if done.home and log is None:
            home = done.at_home(home, self.theory)
        elif done.home:
            home, lines = done.traced(home, self.theory)
        return Position(at, round_, done.ground, home, table, chosen, received), lines

    # --- what lies there -------------------------------------------------------------------------------------

    def act_on(self, table: Table) -> Act:
        """The act on the table, or the incident."""
        item = self.scenario.play[table.item]
        if isinstance(item, Decision):
            move: object = item.options[table.option].move
        else:
            move = self.found_out(item, table.option) if item.of else item.move
        assert isinstance(move, Act)
        return move

    def offer_on(self, table: Table) -> Offer:
        """The offer on the table."""
        item = self.scenario.play[table.item]
        assert isinstance(item, Decision)
        move = item.options[table.option].move
        assert isinstance(move, Offer)
        return move

    def maker(self, table: Table) -> str:
        """Who made the move on the table."""
        item = self.scenario.play[table.item]
        return item.by if isinstance(item, Decision) else NOBODY

    def secret(self, discovery: Event, position: Position) -> int:
        """The option whose secret act a discovery brings out, or -1."""
        at = self.scenario.index(discovery.of)
        decision, taken = self.scenario.play[at], position.chosen[at] - 1
        if taken < 0 or not isinstance(decision, Decision):
            return -1
        move = decision.options[taken].move
        return taken if isinstance(move, Act) and move.visibility == "secret" else -1

    def found_out(self, discovery: Event, option: int) -> Act:
        """The secret act that a discovery brings out, as the incident without warning that it then is."""
        decision = self.scenario.decision(discovery.of)
        assert decision is not None
        act = decision.options[option].move
        assert isinstance(act, Act)
        return act.found_out()

    def _override(self, table: Table) -> Override | None:
        item = self.scenario.play[table.item]
        override = item.options[table.option].override if isinstance(item, Decision) else None
        if override is None:
            return None
        word, reason, cite = override
        return Override((RECEPTIONS if word in RECEPTIONS else OFFER_RECEPTIONS).index(word), reason, cite)

    # --- acts and incidents ----------------------------------------------------------------------------------

    def lay_act(self, position: Position, option: int, log: Log | None) -> Position:
        """Lay an act or an incident on the table; what is tolerated or secret is done with at once."""
        table = Table("reply", position.at, option)
        act, ground = self.act_on(table), position.ground
        due = self.once(("due", table, ground), lambda: self.rules.due(act, ground, self._override(table)))
        done = self.once(("act", table, ground), lambda: self.rules.act(act, ground))
        position, lines = self.settled(position, done, log)
        secret = act.visibility == "secret" and not act.incident
        if due.level and not secret:
            position = _laid(position, Table("reply", table.item, option, due.level))
        elif not secret:
            position, more = self._tolerated(position, table)
            lines += more
        if log is not None:
            reception = None if secret or position.table else RECEPTIONS[0]
            lines = _secret(lines) if secret else due.lines + lines
            word = None if secret else RECEPTIONS[due.level]
            log.append(self._made(position, table, "act", lines, word, reception))
        return position

    def _tolerated(self, position: Position, table: Table) -> tuple[Position, tuple[Line, ...]]:
        """What is left when no reply is asked: only a verdict leaves something even then."""
        position = position._replace(table=None, received=marked(position.received, table.item, 1))
        act, ground = self.act_on(table), position.ground
        if not act.verdict:
            return position, ()
        position, lines = self.settled(position, self.rules.reply(act, ground, 0, 0, None, None), [])
        return position._replace(ground=position.ground._replace(floor=ground.floor)), lines

    def reply(self, position: Position, move: Reply, log: Log | None, item: Decision | None) -> Position:
        """Mexico City answers the act on the table; without a decision the rules do."""
        table, ground = position.table, position.ground
        assert table is not None
        act = self.act_on(table)
        done = self.once(
            ("reply", table, ground, move),
            lambda: self.rules.reply(act, ground, table.due, move.level, move.lever, move.manner),
        )
        position, lines = self.settled(position, done, log)
        left = Table("follow", table.item, table.option, table.due, move.level) if move.level else None
        position = _met(position, left, (table.item, position.at) if item else (table.item,), 1 + move.level)
        if log is not None:
            log.append(self._answered(position, table, item, RECEPTIONS[move.level], lines, done.flags))
        return position

    def follow_up(self, position: Position, how: str, log: Log | None, item: Decision | None) -> Position:
        """Washington does what it does after a reply."""
        table, ground = position.table, position.ground
        assert table is not None
        act = self.act_on(table)
        done = self.once(("follow", table, ground, how), lambda: self.rules.follow(act, ground, how))
        position, lines = self.settled(position, done, log)
        position = _laid(position, None)
        if log is not None:
            log.append(self._answered(position, table, item, how, lines, done.flags))
        return position

    # --- offers ----------------------------------------------------------------------------------------------

    def lay_offer(self, position: Position, option: int, log: Log | None) -> Position:
        """Lay an offer on the table, with the reception that the rules would give it."""
        table = Table("answer", position.at, option)
        offer, by, ground = self.offer_on(table), self.maker(table), position.ground
        done = self.once(("offered", table, ground), lambda: self.rules.offered(offer, by, ground))
        position, lines = self.settled(position, done, log)
        best = self._received(table, offer, None, position)
        position = _laid(position, Table("answer", table.item, option, 0, best.level))
        if log is not None:
            log.append(self._made(position, table, "offer", lines + best.lines, OFFER_RECEPTIONS[best.level]))
        return position

    def _received(self, table: Table, offer: Offer, answer: Answer | None, position: Position) -> Resolution:
        """How an offer would be received, with what an answer adds to it."""
        by, ground = self.maker(table), position.ground
        key = ("received", table.item, table.option, answer, ground)
        return self.once(key, lambda: self.rules.received(offer, by, ground, self._override(table)))

    def answer(self, position: Position, move: Answer, log: Log | None, item: Decision | None) -> Position:
        """The other capital answers the offer on the table; without a decision the rules do."""
        table, ground = position.table, position.ground
        assert table is not None
        first, by = self.offer_on(table), self.maker(table)
        offer = move.added_to(first)
        again = self._received(table, offer, move, position) if offer is not first else None
        level = again.level if again else table.level
        done = self.once(("answer", table, ground, move), lambda: self.rules.answer(offer, by, ground, level, move))
        position, lines = self.settled(position, done, log)
        mark = 1 + OFFER_MARK + done.level
        position = _met(position, None, (table.item, position.at) if item else (table.item,), mark)
        if log is not None:
            lines = again.lines + lines if again else lines
            log.append(self._answered(position, table, item, OFFER_RECEPTIONS[done.level], lines, done.flags))
        return position

    def would_meet(self, position: Position, option: int) -> int:
        """The reception that the rules would give an offer made here."""
        table = Table("answer", position.at, option)
        offer, by, ground = self.offer_on(table), self.maker(table), position.ground
        made = self.once(("offered", table, ground), lambda: self.rules.offered(offer, by, ground))
        return self._received(table, offer, None, position._replace(ground=made.ground)).level

    # --- left to the rules -----------------------------------------------------------------------------------

    def finish(self, position: Position, log: Log | None) -> Position:
        """What lies on the table is finished by the rules: due reply, C's own answer, the expected follow-up."""
        table = position.table
        if table is None:
            return position
        if table.kind == "answer":
            return self.answer(position, Answer(table.level), log, None)
        if table.kind == "reply":
            position = self.reply(position, Reply(table.due), log, None)
            table = position.table
        if table is not None:
            how = self.rules.expected(self.act_on(table), position.ground, table.level)
            position = self.follow_up(position, how, log, None)
        return position

    # --- the record ------------------------------------------------------------------------------------------

    def _made(
        self,
        position: Position,
        table: Table,
        kind: str,
        lines: tuple[Line, ...],
        due: str | None,
        reception: str | None = None,
    ) -> Happened:
        """The record of a move that was laid on the table."""
        item, state = self.scenario.play[table.item], state_of(position)
        by, option = (item.by, item.options[table.option].id) if isinstance(item, Decision) else (NOBODY, None)
        return Happened(item.id, by, option, item.round, kind, lines, (), state, due, reception)

    def _answered(
        self,
        position: Position,
        table: Table,
        item: Decision | None,
        word: str,
        lines: tuple[Line, ...],
        flags: tuple[str, ...],
    ) -> Happened:
        """The record of what answers a move; what the rules did carries the id of the move that they finished."""
        subject, kind, state = self.scenario.play[table.item].id, table.kind, state_of(position)
        due = RECEPTIONS[table.due] if kind == "reply" else None
        reception = None if kind == "follow" else word
        if item is None:
            by = ANSWERING.get(kind) or other(self.maker(table))
            return Happened(
                subject, by, None, position.round, kind, lines, flags, state, due, reception, subject, True, word
            )
        option = item.options[position.chosen[position.at] - 1].id
        return Happened(
            item.id, item.by, option, position.round, kind, lines, flags, state, due, reception, subject, False, word
        )


def _secret(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a secret act: only who does it sees them while the game is played."""
    return tuple(line._replace(seen_by="washington") for line in lines)


def _laid(position: Position, table: Table | None) -> Position:
    """The position with something else on the table."""
    at, round_, ground, home, _, chosen, received = position
    return Position(at, round_, ground, home, table, chosen, received)


def _met(position: Position, left: Table | None, items: tuple[int, ...], mark: int) -> Position:
    """The position with a reception stored, for the move and for the decision that answered it; and what is left."""
    at, round_, ground, home, _, chosen, received = position
    for item in items:
        received = marked(received, item, mark)
    return Position(at, round_, ground, home, left, chosen, received)


def state_of(position: Position) -> State:
    """The state at a position."""
    return State(position.ground, position.home)


def marked(marks: tuple[int, ...], at: int, value: int) -> tuple[int, ...]:
    """The marks with one changed."""
    return (*marks[:at], value, *marks[at + 1 :])


def other(capital: str) -> str:
    """The other capital."""
    return "mexico-city" if capital == "washington" else "washington"
