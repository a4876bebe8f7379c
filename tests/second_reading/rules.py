"""A second reading of RULES.md and the rules card, made from the text alone, as an oracle for tests.

It knows nothing of the game's own engine and shares no code with it.  Plain
dicts, no tables, no speed; every paragraph below stands in the order of the
rules: conditions, the list of items, acts (A, B), offers (C), closes (F), ends;
and last the record (7), where the same rules are asked about one move.

    game = start(scenario, agreements)
    game.waiting     ("decision", id, [option ids]) | ("chance", id, (n, m))
                     | ("end", ending, {"washington": n, "mexico-city": n})
    game.state()     the JSON form of DESIGN.md 8
    game.log         what the last step did, a list of dicts
    game.key()       everything the game remembers, as one text (for walking all paths)
    choose(game, option_id) -> Game      chance(game, leaks) -> Game
    of_the_record(case)     {"reception", "then", "manner", "binding"} of a coded case
"""

# One long function a rule, so that it can be held beside the text.
# ruff: noqa: C901, PLR0911, PLR0912, PLR0915, SIM102, SIM103, SIM108

import copy
import json

CONDITIONS = ["interest", "coordination", "institution", "capacity"]
WOUNDS = ["soil", "rank", "breach"]
REPLIES = ["toleration", "protest", "backlash", "rupture"]
RECEPTIONS = ["refused", "token", "cooperation"]
FLAGS = ["binding", "signed", "strangulation", "result", "leaked", "performance", "compliance", "congress"]
CLASSES = [
    "abduction",
    "agents-abroad",
    "undercover-work",
    "unannounced-operation",
    "border-closing",
    "barrier",
    "verdict",
    "command",
    "aid-condition",
    "arms-walking",
]


class GameError(Exception):
    """The caller asked for something that cannot be done here."""


class Game:
    """One moment of a game. Never changed once it has been handed out."""

    def __init__(self, scenario, agreements, now, log):
        self.scenario = scenario
        self.agreements = agreements
        self.now = now
        self.log = log

    @property
    def waiting(self):
        return copy.deepcopy(self.now["waiting"])

    def state(self):
        fields = {}
        for name, field in self.now["fields"].items():
            shown = {condition: field[condition] for condition in CONDITIONS}
            shown["open"] = sorted(field["open"])
            shown["shut"] = {0: "no", 1: "round", 2: "round", "settled": "settled"}[field["shut"]]
            fields[name] = shown
        return {
            "fields": fields,
            "frustration": self.now["frustration"],
            "standing": self.now["standing"],
            "results": self.now["results"],
            "yields": self.now["yields"],
            "ledger": list(self.now["ledger"]),
        }

    def key(self):
        return json.dumps(self.now, sort_keys=True, default=str)


# ---------------------------------------------------------------- start, choose, chance


def start(scenario, agreements):
    """The game at its first decision, chance or end."""
    agreements = dict(agreements)
    agreements.update(scenario.get("agreements") or {})
    beginning = scenario["start"]
    fields = {}
    for name, given in beginning["fields"].items():
        fields[name] = {condition: int(given[condition]) for condition in CONDITIONS}
        fields[name]["open"] = list(given.get("open") or [])  # not in the text; for small tests
        fields[name]["shut"] = 0  # 0 open, 1 to the end of this round, 2 of the next, "settled"
    now = {
        "position": 0,
        "round": int(scenario["play"][0]["round"]) if scenario["play"] else 1,
        "waiting": None,
        "fields": fields,
        "frustration": int(beginning["frustration"]),
        "standing": int(beginning["standing"]),
        "results": 0,
        "yields": 0,
        "ledger": list(beginning.get("ledger") or []),
        "made": [],  # entries signed in this game
        "lasting": [],  # entries that no change of administration ends: kept, or signed under `law`
        "told": [],  # fields
        "consent": [],  # fields
        "consent_used": [],  # fields where an act was made under consent in this round
        "law": [],  # fields whose next entry lasts
        "verdict_given": False,
        "floor": False,  # Mexico City's next reply is not below due
        "shown": 0,  # results, acts alone and signatures of this round
        "relieved": False,  # acting alone calmed Washington in this round
        "table": None,
        "chosen": {},  # decision -> option
        "receptions": {},  # decision or event -> reception
        "last_result": None,  # the field of the offer that has just become a result
        "discovered": [],  # decisions whose secret act has come out
    }
    for entry in now["ledger"]:
        agreements[entry]  # a KeyError here names what the ledger points to and nobody wrote
    game = Game(scenario, agreements, now, [])
    advance(game)
    return game


def choose(game, option_id):
    """The game after an option of the decision that is waiting."""
    if game.now["waiting"][0] != "decision":
        raise GameError("no decision is waiting")
    if option_id not in game.now["waiting"][2]:
        raise GameError(f"{option_id} cannot be chosen at {game.now['waiting'][1]}")
    game = Game(game.scenario, game.agreements, copy.deepcopy(game.now), [])
    item = game.scenario["play"][game.now["position"]]
    option = next(one for one in item["options"] if one["id"] == option_id)
    game.now["chosen"][item["decision"]] = option_id
    do_option(game, item, option)
    game.now["position"] += 1
    advance(game)
    return game


def chance(game, leaks):
    """The game after the chance event that is waiting has come out one way or the other."""
    if game.now["waiting"][0] != "chance":
        raise GameError("no chance event is waiting")
    game = Game(game.scenario, game.agreements, copy.deepcopy(game.now), [])
    now = game.now
    item = game.scenario["play"][now["position"]]
    flags = []
    if leaks:
        now["results"] -= 1
        now["shown"] -= 1  # ours: a result taken back is no result of this round
        frustrate(game, +1)  # the relief is taken back
        frustrate(game, +1)
        flags.append("leaked")
    now["last_result"] = None
    write(game, item["id"], "leak", flags=flags)
    now["position"] += 1
    advance(game)
    return game


# ---------------------------------------------------------------- the list of items


def advance(game):
    """Go on through the list until somebody has to choose, chance has to speak, or it ends."""
    now = game.now
    play = game.scenario["play"]
    while now["position"] < len(play):
        item = play[now["position"]]
        if int(item["round"]) > now["round"]:
            close_round(game, last=False)
            now["round"] = int(item["round"])
        if "decision" in item:
            waits = meet_decision(game, item)
        else:
            waits = meet_event(game, item)
        if waits:
            return
        now["position"] += 1
    close_round(game, last=True)
    now["waiting"] = ("end", ending(game), aims(game))


def kind_of(decision):
    """What a decision takes up: a reply, an answer, a follow-up; or nothing (an opening)."""
    for kind in ["reply", "answer", "follow"]:
        if any(kind in option for option in decision["options"]):
            return kind
    return "opening"


def meet_decision(game, item):
    """True if the decision waits for a choice, False if it is skipped."""
    now = game.now
    table = now["table"]
    if not holds(game, item.get("if")):
        return False
    kind = kind_of(item)
    if kind == "reply" and not (table and table["what"] == "act" and table["stage"] == "reply"):
        return False
    if kind == "follow" and not (table and table["what"] == "act" and table["stage"] == "follow"):
        return False
    if kind == "answer" and not (table and table["what"] == "offer" and table["by"] != item["by"]):
        return False
    if not available(game, item):
        return False
    if kind == "opening":
        finish_table(game)
    options = available(game, item)  # what the player sees: the table is finished now
    if not options:
        return False
    now["last_result"] = None
    now["waiting"] = ("decision", item["decision"], options)
    return True


def available(game, item):
    return [option["id"] for option in item["options"] if can_be_chosen(game, option)]


def can_be_chosen(game, option):
    now = game.now
    table = now["table"]
    if not holds(game, option.get("if")):
        return False
    if "consent" in option and option["consent"] not in now["told"]:
        return False  # "tell: tells the government; opens consent"
    if "reply" in option and table and table["what"] == "act":
        reply = option["reply"]
        if now["floor"] and REPLIES.index(reply["level"]) < table["due"]:
            return False
        if reply.get("manner") and not is_verdict(table):
            return False  # "only where a verdict is given"
    if option.get("follow") == "someone-goes" and table and table["what"] == "act" and not table["incident"]:
        return False
    return True


def meet_event(game, item):
    """True if the event is a chance that has to be drawn; otherwise it has happened or is skipped."""
    now = game.now
    kind = item["event"]
    if not holds(game, item.get("if")):
        return False

    if kind == "leak":
        # What is still on the table is finished first, but only where that makes a result that can leak.
        trial = Game(game.scenario, game.agreements, copy.deepcopy(now), [])
        finish_table(trial)
        field = trial.now["last_result"]
        if field is None or body_in(trial, field):
            return False
        finish_table(game)
        chances, out_of = str(item["odds"]).split(" in ")
        now["waiting"] = ("chance", item["id"], (int(chances), int(out_of)))
        return True

    if kind == "discovery":
        marks = secret_act_of(game, item["of"])
        if marks is None or item["of"] in now["discovered"]:
            return False

    finish_table(game)
    now["last_result"] = None

    if kind == "discovery":
        now["discovered"].append(item["of"])
        marks = dict(marks)
        marks["warned"] = False
        marks["visibility"] = "open"
        put_act(game, item["id"], "nobody", marks)
        return False
    if kind == "incident":
        put_act(game, item["id"], "nobody", item["marks"])
        return False

    if kind == "omission":
        shift(game, item["field"], "capacity", -1)
    elif kind == "develop":
        develop(game, item)
    elif kind == "trouble":
        frustrate(game, +1)
    elif kind == "pressure":
        credit(game, int(item["change"]))
    elif kind == "administration":
        change_administration(game)
    else:
        raise GameError(f"unknown event {kind}")
    write(game, item["id"], kind)
    return False


def secret_act_of(game, decision_id):
    """The marks of the act chosen there, if it was secret; else None."""
    option_id = game.now["chosen"].get(decision_id)
    for item in game.scenario["play"]:
        if item.get("decision") == decision_id:
            for option in item["options"]:
                if option["id"] == option_id and "act" in option and option["act"].get("visibility") == "secret":
                    return option["act"]
    return None


def develop(game, item):
    for name, values in item["fields"].items():
        field = game.now["fields"][name]
        for condition in CONDITIONS:
            if condition in values:
                if yes(item.get("down")):
                    field[condition] = min(field[condition], int(values[condition]))
                else:
                    field[condition] = max(field[condition], int(values[condition]))


def change_administration(game):
    now = game.now
    for entry in list(now["ledger"]):
        agreement = game.agreements[entry]
        if agreement.get("ends") == "administration" and entry not in now["lasting"]:
            now["ledger"].remove(entry)
            if agreement["field"] in now["fields"]:
                shift(game, agreement["field"], "coordination", -1)
    for name in now["fields"]:
        if not body_in(game, name):
            shift(game, name, "coordination", -1)
            shift(game, name, "institution", -1)


# ---------------------------------------------------------------- conditions of `if`


def holds(game, condition):
    if not condition:
        return True
    return all(holds_one(game, key, value) for key, value in condition.items())


def holds_one(game, key, value):
    now = game.now
    if key == "any":
        return any(holds(game, one) for one in value)
    if key == "not":
        return not holds(game, value)
    if key == "chosen":
        wanted = value if isinstance(value, list) else [value]
        return any(f"{decision}.{option}" in wanted for decision, option in now["chosen"].items())
    if key == "grievance":
        name, grievance = value.split(".")
        return grievance in now["fields"][name]["open"]
    if key == "entry":
        return value in now["ledger"]
    if key in ("frustration", "standing"):
        return compare(now[key], value)
    if key.startswith("reception of "):
        had = now["receptions"].get(key[len("reception of ") :])
        for ladder in (REPLIES, RECEPTIONS):
            if had in ladder and value.split()[-1] in ladder:
                return compare(ladder.index(had), value, ladder)
        return False
    name, what = key.split(".")
    field = now["fields"][name]
    if what == "shut":
        return (field["shut"] != 0) == yes(value)
    return compare(field[what], value)


def compare(number, text, ladder=None):
    """`at least N` or `at most N`; on a ladder N is one of its words."""
    words = text.split()
    limit = ladder.index(words[2]) if ladder else int(words[2])
    if words[:2] == ["at", "least"]:
        return number >= limit
    if words[:2] == ["at", "most"]:
        return number <= limit
    raise GameError(f"cannot read the condition {text!r}")


# ---------------------------------------------------------------- small helpers


def yes(value):
    return value is True or (isinstance(value, str) and value.lower() in ("yes", "true"))


def clip(number, top):
    return max(0, min(top, number))


def shift(game, name, condition, change):
    field = game.now["fields"][name]
    field[condition] = clip(field[condition] + change, 2)


def frustrate(game, change):
    game.now["frustration"] = clip(game.now["frustration"] + change, 5)


def credit(game, change):
    game.now["standing"] = clip(game.now["standing"] + change, 5)


def lay(field, grievance):
    if grievance not in field["open"]:
        field["open"].append(grievance)
        field["open"].sort()  # a set, kept in one order so that equal games have equal keys


def clear(field, grievance):
    if grievance in field["open"]:
        field["open"].remove(grievance)


def clear_objection_if_alone(field):
    if field["open"] == ["objection"]:
        field["open"] = []


def wound_open(field):
    return any(wound in field["open"] for wound in WOUNDS)


def body_in(game, name):
    """Does an entry with a body stand in this field?"""
    for entry in game.now["ledger"]:
        agreement = game.agreements[entry]
        if agreement["field"] == name and yes(agreement.get("body")):
            return True
    return False


def binds_of(game, entry):
    if entry is None:
        return []
    return list(game.agreements[entry].get("binds") or [])


def bound_classes(game):
    return {bound for entry in game.now["ledger"] for bound in binds_of(game, entry)}


def working_relation(field):
    return all(field[condition] >= 1 for condition in CONDITIONS) and field["shut"] == 0


def write(game, item_id, did, **more):
    """One line of the log. Flags come in the order of the closed list."""
    line = {"id": item_id, "did": did, "due": None, "reception": None, "flags": []}
    line.update(more)
    line["flags"] = [flag for flag in FLAGS if flag in line["flags"]]
    game.log.append(line)


# ---------------------------------------------------------------- what an option carries


def do_option(game, item, option):
    now = game.now
    if "override" in option or "override" in item:
        raise NotImplementedError("override: the text does not say how it works")
    if not any(kind in option for kind in ("reply", "answer", "follow")):
        finish_table(game)  # only where a decision mixes replies with other moves

    if "act" in option:
        put_act(game, item["decision"], "washington", option["act"], option["id"])
    elif "offer" in option:
        put_offer(game, item["decision"], item["by"], option["offer"], option["id"])
    elif "reply" in option:
        reply = option["reply"]
        level = REPLIES.index(reply["level"])
        reply_to_act(game, level, reply.get("lever"), reply.get("manner"), item["decision"], option["id"])
    elif "answer" in option:
        answer = option["answer"]
        if isinstance(answer, str):
            answer = {"level": answer}
        answer_offer(game, answer, item["decision"], option["id"])
    elif "follow" in option:
        follow_up(game, option["follow"], item["decision"], option["id"])
    else:
        if "tell" in option:
            did = "tell"
            if option["tell"] not in now["told"]:
                now["told"].append(option["tell"])
        elif "consent" in option:
            did = "consent"
            if option["consent"] not in now["consent"]:
                now["consent"].append(option["consent"])
        elif "objection" in option:
            did = "objection"
            lay(now["fields"][option["objection"]], "objection")
        elif "turn" in option:
            did = "turn"
            turn(game, option["turn"])
        elif "keeps" in option:
            did = "keeps"
            if option["keeps"] in now["ledger"] and option["keeps"] not in now["lasting"]:
                now["lasting"].append(option["keeps"])
        elif "wait" in option:
            did = "wait"
        else:
            raise GameError(f"option {option['id']} carries nothing")
        write(game, item["decision"], did, option=option["id"])


def turn(game, what):
    if isinstance(what, dict):  # Mexico City's own house
        for name, interest in what.items():
            game.now["fields"][name]["interest"] = int(interest)
    else:  # Washington shares, without an offer
        frustrate(game, +1)
        shift(game, what, "interest", +1)


# ---------------------------------------------------------------- A: an act and the reply that is due


def as_it_counts(game, item_id, by, marks):
    """An act or incident with what was told, consented and bound counted in, and the reply that is due."""
    now = game.now
    name = marks["field"]
    field = now["fields"][name]
    incident = by == "nobody"
    visibility = marks.get("visibility", "open")
    soil = yes(marks.get("soil"))
    if "warned" in marks:
        warned = yes(marks["warned"])
    else:
        warned = name in now["told"] or (name in now["consent"] and not incident)
    if name in now["consent"] and not incident:
        soil = False
        warned = True
    act = {
        "what": "act",
        "stage": "reply",
        "id": item_id,
        "by": by,
        "incident": incident,
        "field": name,
        "purpose": marks.get("purpose", "operational"),
        "soil": soil,
        "face": yes(marks.get("face")),
        "rank": yes(marks.get("rank")),
        "harm": yes(marks.get("harm")),
        "warned": warned,
        "mooted": yes(marks.get("mooted")),
        "whose": marks.get("whose"),
        "demands": marks.get("demands", "none"),
        "needs": False if incident else yes(marks.get("needs", True)),
        "visibility": visibility,
        "breach": any(done in bound_classes(game) for done in marks.get("does") or []),
        "interest": field["interest"],
        "level": None,
    }
    act["due"] = due_reply(act, field)
    return act


def put_act(game, item_id, by, marks, option_id=None):
    """Somebody acts alone, or an incident happens; the reply that is due is fixed now."""
    now = game.now
    act = as_it_counts(game, item_id, by, marks)
    name = act["field"]
    incident = act["incident"]

    if not incident and not act["mooted"]:
        now["yields"] += int(marks.get("yields") or 0)
        now["shown"] += 1
        if not now["relieved"]:
            now["relieved"] = True
            frustrate(game, -1)
        if name in now["consent"] and name not in now["consent_used"]:
            now["consent_used"].append(name)

    did = "incident" if incident else "act"
    if act["visibility"] == "secret":
        write(game, item_id, did, option=option_id)  # not known: no reply is due, no reception
        return
    if act["due"] == 0:
        now["receptions"][item_id] = "toleration"
        first_verdict(game, act)
        write(game, item_id, did, option=option_id, due="toleration", reception="toleration")
        return
    now["table"] = act
    write(game, item_id, did, option=option_id, due=REPLIES[act["due"]])


def due_reply(act, field):
    """Table A, cut to the ladder once, at the end."""
    if not (act["soil"] or act["face"] or act["rank"] or act["harm"]):
        return 0
    soft = working_relation(field) and not act["soil"]
    level = 1
    if act["soil"]:
        level += 1
    if act["breach"]:
        level += 1
    if act["harm"] and not act["warned"] and not soft:
        level += 1
    if field["open"] and not soft:
        level += 1
    if act["visibility"] == "quiet" and soft:
        level -= 1
    if act["incident"] and act["whose"] == "mexico":
        level -= 1
    return clip(level, 3)


def is_verdict(act):
    """Unilateral, principled, rank, and not only proposed."""
    return act["by"] == "washington" and act["purpose"] == "principled" and act["rank"] and not act["mooted"]


def first_verdict(game, act):
    """The first verdict of a game, once it is answered, takes 1 from interest everywhere."""
    if is_verdict(act) and not game.now["verdict_given"]:
        game.now["verdict_given"] = True
        for name in game.now["fields"]:
            shift(game, name, "interest", -1)


# ---------------------------------------------------------------- B: the reply and the follow-up


def reply_to_act(game, level, lever, manner, answering=None, option_id=None):
    """The act on the table is answered at a level, by choice or by the rules."""
    now = game.now
    act = now["table"]
    field = now["fields"][act["field"]]
    flags = []
    now["floor"] = False

    price = abs(level - act["due"])
    if manner == "compliance" and act["interest"] >= 2:
        price = 0
    for _ in range(price):
        credit(game, -1)

    if level >= 1:
        for mark in ["soil", "face", "rank", "harm", "breach"]:
            if act[mark]:
                lay(field, mark)
        if not act["warned"]:
            shift(game, act["field"], "coordination", -1)
    if level == 2:
        if field["shut"] != "settled":
            field["shut"] = 2
    if level == 3:
        shift(game, act["field"], "interest", -1)
        shift(game, act["field"], "capacity", -1)
        field["shut"] = "settled"
        for name, other in now["fields"].items():
            if name != act["field"] and not body_in(game, name) and other["shut"] == 0:
                other["shut"] = 1
    if level >= 2:
        if lever == "withhold":
            frustrate(game, +1)
        elif lever == "restrict":
            shift(game, act["field"], "coordination", -1)
        elif lever == "law":
            if act["field"] not in now["law"]:
                now["law"].append(act["field"])
    first_verdict(game, act)
    if manner == "performance":
        frustrate(game, -1)
        flags.append("performance")
    if manner == "compliance":
        now["results"] += 1
        now["shown"] += 1
        frustrate(game, -1)
        flags += ["compliance", "result"]

    act["level"] = level
    now["receptions"][act["id"]] = REPLIES[level]
    if answering:
        now["receptions"][answering] = REPLIES[level]
    act["stage"] = "follow"
    if level == 0:
        now["table"] = None
    write(
        game,
        answering or act["id"],
        "reply",
        option=option_id,
        to=act["id"],
        due=REPLIES[act["due"]],
        reception=REPLIES[level],
        flags=flags,
    )


def follow_up(game, what, decision_id=None, option_id=None):
    """What Washington does after a protest or more; the act is finished."""
    now = game.now
    act = now["table"]
    field = now["fields"][act["field"]]
    if what == "settle":
        clear(field, "face")
        clear(field, "harm")
        field["shut"] = 0
        frustrate(game, +1)
        clear_objection_if_alone(field)
    elif what == "drop":
        clear(field, "harm")
        if not act["mooted"]:
            frustrate(game, +1)
        clear_objection_if_alone(field)
    elif what == "someone-goes":
        clear(field, "face")
    elif what != "stand":
        raise GameError(f"unknown follow-up {what}")
    now["table"] = None
    write(game, decision_id or act["id"], "follow", option=option_id, to=act["id"], follow=what)


def expected_follow_up(act):
    if act["mooted"]:
        return "drop"
    if act["incident"]:
        return "someone-goes"
    if act["needs"] and act["level"] >= 2:
        return "settle"
    return "stand"


def finish_table(game):
    """Finish by the rules what is still on the table."""
    table = game.now["table"]
    if table is None:
        return
    if table["what"] == "offer":
        judged = judge(game, table["offer"], table["by"])[0]
        level = {"cooperation": "real", "token": "token", "refused": "refuse"}[judged]
        answer_offer(game, {"level": level})
        return
    if table["stage"] == "reply":
        reply_to_act(game, table["due"], None, None)
    follow_up(game, expected_follow_up(table))


# ---------------------------------------------------------------- C: offers


def put_offer(game, item_id, by, given, option_id):
    now = game.now
    offer = {
        "purpose": given.get("purpose", "operational"),
        "field": given["field"],
        "recognises": yes(given.get("recognises", True)),
        "drops_claim": yes(given.get("drops_claim")),
        "withdraws": yes(given.get("withdraws")),
        "shares": yes(given.get("shares")),
        "talks": yes(given.get("talks")),
        "builds": int(given.get("builds") or 0),
        "gives": int(given.get("gives") or 0),
        "signs": given.get("signs"),
    }
    field = now["fields"][offer["field"]]
    found = field["interest"]
    if by == "mexico-city":
        field["interest"] = 2
    now["table"] = {"what": "offer", "id": item_id, "by": by, "offer": offer, "interest": found}
    write(game, item_id, "offer", option=option_id, due=judge(game, offer, by)[0])


def judge(game, offer, by):
    """Table C: (reception, number of the rule), the first that applies."""
    field = game.now["fields"][offer["field"]]
    binds = len(binds_of(game, offer["signs"])) > 0
    if not offer["recognises"]:
        return "refused", 1
    if by == "washington" and "face" in field["open"] and not offer["drops_claim"]:
        return "refused", 1
    if field["shut"] != 0 and not (offer["drops_claim"] and binds):
        return "refused", 2
    if field["interest"] == 0:
        return ("refused" if offer["purpose"] == "operational" else "token"), 3
    if by == "washington" and wound_open(field) and not binds:
        return "token", 4
    if by == "mexico-city" and binds and not wound_open(field):
        return "token", 5
    brought = [offer["talks"], offer["builds"] >= 1, offer["gives"] >= 1]
    there = [field["coordination"] >= 1, field["institution"] >= 1, field["capacity"] >= 1]
    all_three = all(brought[i] or there[i] for i in range(3))
    if all_three and any(brought):
        return "cooperation", 6
    return "token", 6


def answer_offer(game, answer, answering=None, option_id=None):
    """The offer on the table is answered, by choice or by the rules."""
    now = game.now
    table = now["table"]
    offer = dict(table["offer"])
    by = table["by"]
    now["table"] = None
    now["last_result"] = None
    if by == "mexico-city":  # Washington says what it gives, shares, drops, withdraws
        if "gives" in answer:
            offer["gives"] = int(answer["gives"])
        for what in ["shares", "drops_claim", "withdraws"]:
            if what in answer:
                offer[what] = yes(answer[what])
    judged, rule = judge(game, offer, by)
    top = {"real": 2, "token": 1, "refuse": 0}[answer["level"]]
    reception = RECEPTIONS[min(top, RECEPTIONS.index(judged))]
    real = answer["level"] == "real"
    now["receptions"][table["id"]] = reception
    if answering:
        now["receptions"][answering] = reception
    flags = []
    if reception == "refused":
        if by == "mexico-city":
            credit(game, -1)
            now["fields"][offer["field"]]["interest"] = 1
    else:
        flags = offer_passes(game, offer, by, reception, real, rule, table["interest"])
    write(
        game,
        answering or table["id"],
        "answer",
        option=option_id,
        to=table["id"],
        due=judged,
        rule=rule,
        reception=reception,
        flags=flags,
    )


def offer_passes(game, offer, by, reception, real, rule, interest_found):
    """The card's list under "Otherwise", in its order."""
    now = game.now
    name = offer["field"]
    field = now["fields"][name]
    cooperation = reception == "cooperation"
    binds = len(binds_of(game, offer["signs"])) > 0
    wounded = wound_open(field)
    was_shut = field["shut"] != 0
    signed = real and offer["signs"] is not None and rule != 5
    flags = []

    if offer["drops_claim"]:
        clear(field, "face")
    if offer["withdraws"]:
        clear(field, "harm")
    if offer["gives"] == 2:
        frustrate(game, +1)
    if offer["shares"]:
        frustrate(game, +1)
        shift(game, name, "interest", +1)

    if signed:
        entry = offer["signs"]
        flags.append("signed")
        now["shown"] += 1
        if entry not in now["ledger"]:
            now["ledger"].append(entry)
        if entry not in now["made"]:
            now["made"].append(entry)
        if name in now["law"]:
            now["law"].remove(name)
            if entry not in now["lasting"]:
                now["lasting"].append(entry)
        field["shut"] = 0
        if was_shut and binds:
            frustrate(game, +1)
        if binds:
            flags.append("binding")
            if wounded:
                flags.append("strangulation")
                for wound in WOUNDS:
                    clear(field, wound)
                credit(game, +1)

    if real and by == "mexico-city":
        clear(field, "rank")

    if cooperation or signed:
        if offer["talks"]:
            shift(game, name, "coordination", +1)
        if field["institution"] < offer["builds"]:
            shift(game, name, "institution", +1)
    if cooperation:
        if field["capacity"] < offer["gives"]:
            shift(game, name, "capacity", +1)
            if field["capacity"] == 2:
                shift(game, name, "interest", +1)

    if cooperation and offer["purpose"] == "operational" and offer["builds"] < 2:
        flags.append("result")
        now["results"] += 1
        now["shown"] += 1
        now["last_result"] = name
        frustrate(game, -1)
        if offer["gives"] == 0:
            shift(game, name, "capacity", -1)
        if by == "washington" and interest_found < 2:
            credit(game, -1)  # Mexico City said a real yes that nobody at home asked for

    clear_objection_if_alone(field)
    return flags


# ---------------------------------------------------------------- F: the close of a round


def close_round(game, last):
    now = game.now
    finish_table(game)
    now["last_result"] = None
    flags = []
    if now["shown"] == 0 and not last:
        frustrate(game, +1)
    if any("harm" in field["open"] for field in now["fields"].values()):
        frustrate(game, +1)
    if now["frustration"] == 5 and not last:
        flags.append("congress")
        main = now["fields"][main_field(game)]
        lay(main, "face")
        lay(main, "rank")
        if not now["verdict_given"]:
            now["verdict_given"] = True
            for name in now["fields"]:
                shift(game, name, "interest", -1)
        now["frustration"] = 3
    if now["standing"] == 0 and not last:
        now["standing"] = 1
        now["floor"] = True
    for field in now["fields"].values():
        if field["shut"] in (1, 2):
            field["shut"] -= 1
    now["consent"] = [name for name in now["consent"] if name not in now["consent_used"]]
    now["consent_used"] = []
    now["shown"] = 0
    now["relieved"] = False
    write(game, f"close of round {now['round']}", "close", flags=flags)


def main_field(game):
    return next(iter(game.scenario["start"]["fields"]))


# ---------------------------------------------------------------- 5: aims and endings


def ending(game):
    now = game.now
    fields = now["fields"].values()
    bound = any(entry in now["ledger"] and binds_of(game, entry) for entry in now["made"])
    if any(field["shut"] == "settled" for field in fields):
        return "rupture"
    if any(wound_open(field) for field in fields):
        return "open quarrel"
    if bound and now["results"] > 0:
        return "bound relation"
    if bound:
        return "bound and cold"
    if now["results"] > 0:
        return "unbound relation"
    return "token peace"


def aims(game):
    now = game.now
    main = now["fields"][main_field(game)]
    grievances = sum(len(field["open"]) for field in now["fields"].values())
    autonomy = len([one for one in CLASSES if one not in bound_classes(game)])
    weakest = min(main[condition] for condition in CONDITIONS)
    entries = len([entry for entry in now["made"] if entry in now["ledger"]])
    washington = 2 * now["results"] + now["yields"] + autonomy + 2 * weakest - grievances - now["frustration"]
    mexico = 2 * entries + now["standing"] + main["coordination"] + main["capacity"] + now["results"] - grievances
    return {"washington": washington, "mexico-city": mexico}


# ---------------------------------------------------------------- 7: the record


def of_the_record(case):
    """What the rules make of a coded case: the one act, incident or offer, in the one field that it found."""
    name = case["field"]
    found = case["state"]
    in_force = {"field": name, "binds": found["bound"]}
    agreements = {"in force": in_force}
    given = None
    if "offer" in case:
        given = dict(case["offer"])
        given["field"] = name
        given["purpose"] = case["purpose"]
        given["signs"] = "its text"
        # Which class it binds is not coded and decides nothing.
        agreements["its text"] = {"field": name, "binds": ["something"] if yes(given.get("binds")) else []}
    start_there = {"fields": {name: found}, "frustration": 0, "standing": 0, "ledger": ["in force"]}
    game = start({"start": start_there, "play": []}, agreements)
    now = game.now
    now["fields"][name]["shut"] = 1 if yes(found.get("shut")) else 0
    if yes(found.get("told")):
        now["told"].append(name)
    if yes(found.get("consent")):
        now["consent"].append(name)
    if given:
        return record_of_offer(game, given)
    marks = dict(case["marks"])
    marks["field"] = name
    marks["purpose"] = case["purpose"]
    return record_of_act(game, marks, "nobody" if case["kind"] == "incident" else case["by"])


def record_of_act(game, marks, by):
    """The reply due, or one of a kind of its own; and what Washington is expected to do then.

    B calls a performance a protest and a compliance a toleration, whatever was due.  B says without an "if" what
    Washington is expected to do then, so it is expected after a toleration too.
    """
    act = as_it_counts(game, "it", by, marks)
    manner = of_its_own_kind(act)
    act["level"] = {"compliance": 0, "performance": 1}.get(manner, act["due"])
    then = expected_follow_up(act)
    return {"reception": REPLIES[act["level"]], "then": then, "manner": manner, "binding": ""}


def of_its_own_kind(act):
    """The first that fits: a compliance with one thing, a performance for a date; only a verdict has them."""
    if not is_verdict(act):
        return ""
    if act["demands"] == "particular" and act["interest"] >= 1:
        return "compliance"
    if act["demands"] != "none" and act["due"] >= 1:
        return "performance"
    return ""


def record_of_offer(game, given):
    """How the offer is received when it is answered as found, and whether a text comes of it that binds."""
    put_offer(game, "it", given.get("by", "washington"), given, None)
    finish_table(game)
    flags = game.log[-1]["flags"]
    binding = "yes" if "binding" in flags else "no"
    return {"reception": game.now["receptions"]["it"], "then": "", "manner": "", "binding": binding}
