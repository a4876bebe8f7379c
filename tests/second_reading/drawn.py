"""Small scenarios drawn at random, the same on every run: what nobody would think of putting together."""

from random import Random
from typing import Any

from game.rules.words import CAPITALS, CONDITIONS, GRIEVANCES

FIELDS = ("police", "border")
AGREEMENTS = {
    "treaty": {"field": "police", "binds": ["abduction"]},
    "notice": {"field": "police", "binds": ["unannounced-operation"], "ends": "administration"},
    "words": {"field": "police", "binds": [], "ends": "administration"},
    "unit": {"field": "police", "binds": [], "body": "yes"},
    "gates": {"field": "border", "binds": ["border-closing"], "ends": "administration"},
    "desk": {"field": "border", "binds": ["border-closing"], "body": "yes"},
}
ENTRIES = {"police": ("notice", "words", "unit"), "border": ("gates", "desk")}
BOUNDS = ("least", "most")
CLASSES = ("abduction", "unannounced-operation", "border-closing")


class Drawer:
    """Draws one scenario."""

    def __init__(self, seed: int) -> None:
        """Draw from a seed."""
        self.dice = Random(f"scenario {seed}")
        self.fields = FIELDS[: self.dice.randint(1, 2)]
        self.met: list[dict[str, Any]] = []
        """The decisions of the scenes before."""
        self.secrets: list[str] = []
        """Those of them that may hold a secret nobody has found out."""

    def scenario(self) -> dict[str, Any]:
        """A scenario of two or three rounds, as a test would write it."""
        dice, play = self.dice, list[dict[str, Any]]()
        for number in range(1, dice.randint(2, 3) + 1):
            play.append(self._decision(f"n{number}", number, dice.choice(CAPITALS), [{"wait": "yes"}]))
            for _ in range(dice.randint(1, 3)):
                play += self._scene(number, len(play))
        levels = {
            name: {c: str(dice.randint(0, 2)) for c in ("interest", "coordination", "institution", "capacity")}
            for name in self.fields
        }
        start = {
            "fields": levels,
            "frustration": str(dice.randint(0, 5)),
            "standing": str(dice.randint(0, 5)),
            "ledger": ["treaty"] if dice.random() < 0.5 else [],
        }  # fmt: skip
        return {"start": start, "agreements": AGREEMENTS, "play": play}

    def _scene(self, number: int, at: int) -> list[dict[str, Any]]:
        """An opening with all that may answer it, or an event."""
        if self.dice.random() < 0.3:
            return [self._event(number, at)]
        by = "washington" if self.dice.random() < 0.65 else "mexico-city"
        opening = self._decision(f"d{at}", number, by, self._openings(by))
        scene = [opening, *self._answers(number, at, by)]
        kept = [self._perhaps(item) for item in scene if item is opening or self.dice.random() < 0.9]
        self.met += [item for item in kept if "decision" in item]
        return kept

    def _decision(self, name: str, number: int, by: str, moves: list[dict[str, Any]]) -> dict[str, Any]:
        options = [{"id": f"o{i}", **move} for i, move in enumerate(moves)]
        decision = {"decision": name, "round": str(number), "by": by, "options": options}
        if any(move.get("act", {}).get("visibility") == "secret" for move in moves):
            self.secrets.append(name)
        return decision

    def _openings(self, by: str) -> list[dict[str, Any]]:
        field = self.dice.choice(self.fields)
        mine: list[dict[str, Any]] = [{"wait": "yes"}, {"offer": self._offer(field)}, {"offer": self._offer(field)}]
        if by == "washington":
            entry = self.dice.choice(ENTRIES[field])
            mine += [{"act": self._act(field)}, {"act": self._act(field)}, {"act": self._act(field)}]
            mine += [{"tell": field}, {"turn": field}, {"keeps": entry, "if": {"entry": entry}}]
        else:
            turn = {"turn": {field: str(self.dice.randint(0, 2))}, "cite": "ours"}
            mine += [{"consent": field}, {"objection": field}, turn]
        chosen = self.dice.sample(mine, self.dice.randint(1, 3))
        return [self._perhaps(move) for move in chosen]

    def _perhaps(self, item: dict[str, Any]) -> dict[str, Any]:
        """An item that now and then hangs on what was before."""
        return {**item, "if": self._test()} if "if" not in item and self.dice.random() < 0.2 else item

    def _test(self) -> dict[str, Any]:
        """Something that an if can ask."""
        field, dice = self.dice.choice(self.fields), self.dice
        tests: list[dict[str, Any]] = [
            {f"{field}.{dice.choice(CONDITIONS)}": dice.choice(["at least 1", "at least 2", "at most 1"])},
            {f"{field}.shut": dice.choice(["yes", "no"])},
            {"grievance": f"{field}.{dice.choice(GRIEVANCES)}"},
            {"entry": dice.choice(ENTRIES[field])},
            {dice.choice(["frustration", "standing"]): f"at {dice.choice(BOUNDS)} {dice.randint(1, 4)}"},
        ]
        if self.met:
            decision = dice.choice(self.met)
            options = [f"{decision['decision']}.{option['id']}" for option in decision["options"]]
            tests += [{"chosen": options[0]}, {"chosen": options[:2]}]
            carried = {key for option in decision["options"] for key in option}
            words = ["protest", "backlash"] if "act" in carried else []
            words += ["token", "cooperation"] if "offer" in carried else []
            tests += [{f"reception of {decision['decision']}": f"at {dice.choice(BOUNDS)} {word}"} for word in words]
        test, other = dice.choice(tests), dice.choice(tests)
        wrapped: list[dict[str, Any]] = [test, test, test, {"not": test}, {"any": [test, other]}]
        return dice.choice(wrapped)

    def _answers(self, number: int, at: int, by: str) -> list[dict[str, Any]]:
        theirs = "mexico-city" if by == "washington" else "washington"
        words = self.dice.sample(["real", "token", "refuse"], self.dice.randint(1, 3))
        answers = [{"answer": {"level": word, **(self._more() if theirs == "washington" else {})}} for word in words]
        items = [self._decision(f"a{at}", number, theirs, answers)]
        if self.dice.random() < 0.6:
            odds = f"1 in {self.dice.randint(2, 4)}"
            items.append({"id": f"l{at}", "event": "leak", "round": str(number), "odds": odds})
        if by == "washington":
            items.append(self._decision(f"r{at}", number, "mexico-city", self._replies()))
            items.append(self._decision(f"f{at}", number, "washington", self._follow_ups()))
        return items

    def _replies(self) -> list[dict[str, Any]]:
        lever = self.dice.choice(["withhold", "restrict", "law"])
        replies: list[dict[str, Any]] = [
            {"level": "toleration"},
            {"level": "protest"},
            {"level": "backlash", "lever": lever},
            {"level": "rupture"},
            {"level": "protest", "manner": "performance"},
            {"level": "toleration", "manner": "compliance"},
        ]
        return [{"reply": reply} for reply in self.dice.sample(replies, self.dice.randint(1, 4))]

    def _follow_ups(self) -> list[dict[str, Any]]:
        hows = ["settle", "drop", "stand", "someone-goes"]
        return [{"follow": how} for how in self.dice.sample(hows, self.dice.randint(1, 3))]

    def _whose(self) -> dict[str, str]:
        return {"whose": self.dice.choice(["agency", "private", "nobody", "mexico"])}

    def _some(self, *words: str) -> dict[str, str]:
        return {word: "yes" for word in words if self.dice.random() < 0.4}

    def _more(self) -> dict[str, str]:
        given = {"gives": str(self.dice.randint(0, 2))} if self.dice.random() < 0.4 else {}
        return {**given, **self._some("shares", "drops_claim", "withdraws")}

    def _act(self, field: str) -> dict[str, Any]:
        act: dict[str, Any] = {"field": field, **self._some("soil", "face", "rank", "harm", "mooted")}
        act["purpose"] = self.dice.choice(["operational", "principled"])
        act["visibility"] = self.dice.choice(["open", "open", "quiet", "secret"])
        if act["visibility"] == "secret":
            act.pop("mooted", None)  # what is secret is no proposal
        act["needs"] = self.dice.choice(["yes", "no"])
        act["yields"] = str(self.dice.randint(0, 2))
        act["does"] = [self.dice.choice(CLASSES)]
        act["demands"] = self.dice.choice(["none", "general", "particular"])
        warned = self.dice.choice([None, "yes", "no"])
        return {**act, "warned": warned} if warned else act

    def _offer(self, field: str) -> dict[str, Any]:
        offer: dict[str, Any] = {"field": field, **self._some("drops_claim", "withdraws", "shares")}
        offer["talks"] = self.dice.choice(["yes", "yes", "no"])
        offer["recognises"] = "no" if self.dice.random() < 0.1 else "yes"
        offer["purpose"] = self.dice.choice(["operational", "principled"])
        offer |= {"builds": str(self.dice.randint(0, 2)), "gives": str(self.dice.randint(0, 2))}
        return {**offer, "signs": self.dice.choice(ENTRIES[field])} if self.dice.random() < 0.5 else offer

    def _event(self, number: int, at: int) -> dict[str, Any]:
        field = self.dice.choice(self.fields)
        events: list[dict[str, Any]] = [
            {"event": "trouble", "cause": "something"},
            {"event": "pressure", "change": self.dice.choice(["1", "-1"]), "audience": "somebody"},
            {"event": "omission", "field": field},
            {"event": "develop", "fields": {field: {"interest": str(self.dice.randint(0, 2))}}, "cite": "ours"},
            {"event": "administration", "side": "washington", "to": "somebody"},
            {"event": "incident", "marks": {"field": field, **self._whose(), **self._some("soil", "face", "harm")}},
        ]
        if self.secrets:
            events += [{"event": "discovery", "of": self.secrets[-1]}] * 3
        event = self.dice.choice(events)
        if event["event"] == "discovery":
            self.secrets.pop()
        return self._perhaps({"id": f"e{at}", "round": str(number), **event})
