"""What lies on the table between the capitals: an act that waits for its reply, an offer that waits for its answer.

Laying, answering and finishing are parts of a step under way. What the rules make of a move depends on the ground
alone, so it is worked out once for each ground and kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from game.play.asking import OFFER_MARK, Standing
from game.play.happened import Happened
from game.play.position import Going, Position, Table
from game.rules.moves import Act, Answer, Offer, Reply
from game.rules.resolve import Override, Resolution, Rules
from game.rules.state import Ground, Setting
from game.rules.theory import Theory
from game.rules.trace import Line
from game.rules.words import NOBODY, OFFER_RECEPTIONS, RECEPTIONS, TIED_SINCE
from game.scenario.model import Decision, Event, Scenario

ANSWERING = {"reply": "mexico-city", "follow": "washington"}
"""Who speaks next to an act; an offer is answered by whoever did not make it."""


@dataclass(frozen=True, slots=True, eq=False)
class Dealings:
    """A scenario under a theory, and what has been worked out of it so far."""

    scenario: Scenario
    theory: Theory
    setting: Setting
    rules: Rules
    known: dict[tuple[object, ...], Resolution] = field(default_factory=dict)
    hows: dict[tuple[Table, Ground], str] = field(default_factory=dict)

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

    def secret(self, discovery: Event, position: Standing) -> int:
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

    def lay_act(self, going: Going, option: int) -> None:
        """Lay an act or an incident on the table; what is tolerated or secret is done with at once."""
        table = Table("reply", going.at, option)
        act, ground = self.act_on(table), going.ground
        due = self.once(("due", table, ground), lambda: self.rules.due(act, ground, self._override(table)))
        done = self.once(("act", table, ground), lambda: self.rules.act(act, ground))
        lines = going.settle(done, self.theory)
        secret = act.visibility == "secret" and not act.incident
        if due.level and not secret:
            going.table = Table("reply", table.item, option, due.level)
        elif not secret:
            lines += self._tolerated(going, table)
        if going.log is not None:
            reception = None if secret or going.table else RECEPTIONS[0]
            lines = _secret(lines) if secret else due.lines + lines
            word = None if secret else RECEPTIONS[due.level]
            going.log.append(self._made(going, table, "act", lines, word, reception))

    def _tolerated(self, going: Going, table: Table) -> tuple[Line, ...]:
        """What is left when no reply is asked: only a verdict leaves something even then."""
        going.table, going.received[table.item] = None, 1
        act, ground = self.act_on(table), going.ground
        if not act.verdict:
            return ()
        lines = going.settle(self.rules.reply(act, ground, 0, 0, None, None), self.theory)
        going.ground = going.ground._replace(floor=ground.floor)
        return lines

    def reply(self, going: Going, move: Reply, item: Decision | None) -> None:
        """Mexico City answers the act on the table; without a decision the rules do."""
        table, ground = going.table, going.ground
        assert table is not None
        act = self.act_on(table)
        done = self.once(
            ("reply", table, ground, move),
            lambda: self.rules.reply(act, ground, table.due, move.level, move.lever, move.manner),
        )
        lines = going.settle(done, self.theory)
        going.table = Table("follow", table.item, table.option, table.due, move.level) if move.level else None
        self._met(going, table, item, 1 + move.level)
        if going.log is not None:
            going.log.append(self._answered(going, table, item, RECEPTIONS[move.level], lines, done.flags))

    def follow_up(self, going: Going, how: str, item: Decision | None) -> None:
        """Washington does what it does after a reply."""
        table, ground = going.table, going.ground
        assert table is not None
        act = self.act_on(table)
        done = self.once(("follow", table, ground, how), lambda: self.rules.follow(act, ground, how))
        lines = going.settle(done, self.theory)
        going.table = None
        if going.log is not None:
            going.log.append(self._answered(going, table, item, how, lines, done.flags))

    # --- offers ----------------------------------------------------------------------------------------------

    def lay_offer(self, going: Going, option: int) -> None:
        """Lay an offer on the table, with the reception that the rules would give it."""
        table, done = Table("answer", going.at, option), self._offered(going.at, option, going.ground)
        lines = going.settle(done, self.theory)
        going.table = table._replace(level=done.level)
        if going.log is not None:
            going.log.append(self._made(going, table, "offer", lines, OFFER_RECEPTIONS[done.level]))

    def would_meet(self, position: Position, option: int) -> int:
        """The reception that the rules would give an offer made here."""
        return self._offered(position.at, option, position.ground).level

    def _offered(self, at: int, option: int, ground: Ground) -> Resolution:
        """What making an offer does, and then how it would be received."""

        def work() -> Resolution:
            table = Table("answer", at, option)
            made = self.rules.offered(self.offer_on(table), self.maker(table), ground)
            best = self._received(table, self.offer_on(table), made.ground)
            return made._replace(lines=made.lines + best.lines, level=best.level)

        return self.once(("offered", at, option, ground), work)

    def _received(self, table: Table, offer: Offer, ground: Ground) -> Resolution:
        return self.rules.received(offer, self.maker(table), ground, self._override(table))

    def answer(self, going: Going, move: Answer, item: Decision | None) -> None:
        """The other capital answers the offer on the table; without a decision the rules do."""
        table, ground = going.table, going.ground
        assert table is not None
        first, by = self.offer_on(table), self.maker(table)
        offer = move.added_to(first)
        again = self._received(table, offer, ground) if offer is not first else None
        level = again.level if again else table.level
        done = self.once(("answer", table, ground, move), lambda: self.rules.answer(offer, by, ground, level, move))
        lines = going.settle(done, self.theory)
        going.table = None
        self._met(going, table, item, 1 + OFFER_MARK + done.level)
        if going.log is not None:
            lines = again.lines + lines if again else lines
            going.log.append(self._answered(going, table, item, OFFER_RECEPTIONS[done.level], lines, done.flags))

    def _met(self, going: Going, table: Table, item: Decision | None, mark: int) -> None:
        """Store a reception, for the move and for the decision that answered it."""
        going.received[table.item] = mark
        if item is not None:
            going.received[going.at] = mark

    # --- left to the rules -----------------------------------------------------------------------------------

    def finish(self, going: Going) -> None:
        """What lies on the table is finished by the rules: due reply, C's own answer, the expected follow-up."""
        table = going.table
        if table is None:
            return
        if table.kind == "answer":
            self.answer(going, Answer(table.level), None)
            return
        if table.kind == "reply":
            self.reply(going, Reply(table.due), None)
            table = going.table
        if table is not None:
            self.follow_up(going, self.expected(table, going.ground), None)

    def expected(self, table: Table, ground: Ground) -> str:
        """What the rules expect Washington to do after the reply that lies on the table."""
        found = self.hows.get((table, ground))
        if found is None:
            found = self.hows[table, ground] = self.rules.expected(self.act_on(table), ground, table.level)
        return found

    # --- the record ------------------------------------------------------------------------------------------

    def _made(
        self,
        going: Going,
        table: Table,
        kind: str,
        lines: tuple[Line, ...],
        due: str | None,
        reception: str | None = None,
    ) -> Happened:
        """The record of a move that was laid on the table."""
        item, state = self.scenario.play[table.item], going.state
        by, option = (item.by, item.options[table.option].id) if isinstance(item, Decision) else (NOBODY, None)
        return Happened(item.id, by, option, item.round, kind, lines, (), state, due, reception)

    def _answered(
        self,
        going: Going,
        table: Table,
        item: Decision | None,
        word: str,
        lines: tuple[Line, ...],
        flags: tuple[str, ...],
    ) -> Happened:
        """The record of what answers a move; what the rules did carries the id of the move that they finished."""
        subject, kind, state = self.scenario.play[table.item].id, table.kind, going.state
        due = RECEPTIONS[table.due] if kind == "reply" else None
        reception = None if kind == "follow" else word
        if item is None:
            by = ANSWERING.get(kind) or other(self.maker(table))
            return Happened(
                subject, by, None, going.round, kind, lines, flags, state, due, reception, subject, True, word
            )
        option = item.options[going.chosen[going.at] - 1].id
        return Happened(
            item.id, item.by, option, going.round, kind, lines, flags, state, due, reception, subject, False, word
        )


def _secret(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a secret act: only who does it sees them while the game is played."""
    return tuple(line._replace(seen_by="washington") for line in lines)


def other(capital: str) -> str:
    """The other capital."""
    return "mexico-city" if capital == "washington" else "washington"
