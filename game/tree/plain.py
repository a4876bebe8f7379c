"""The findings of ``check --paths`` as ``--json`` prints them. Keys are only ever added."""

from typing import Any

from game.rules.words import CAPITALS, ENDINGS
from game.scenario.model import Decision
from game.tree.extremes import Extreme
from game.tree.missing import Miss
from game.tree.report import Report
from game.tree.trails import Path
from game.tree.tree import Tree
from game.tree.warnings import AGAINST, POLICIES, Dilemma, Visits

Plain = dict[str, Any]


def as_plain(report: Report) -> Plain:
    """One scenario."""
    tree, dilemma = report.tree, report.dilemma
    nodes, historical = tree.graph.nodes, report.historical
    return {
        "id": tree.course.scenario.id,
        "theory": tree.course.theory.id,
        "exhaustive": tree.whole,
        "states": len(nodes),
        "ends": sum(not node.by for node in nodes),
        "games": tree.graph.paths(),
        "never": [
            {"what": one.what, "where": one.where, "sentence": one.sentence, "closest": one.miss and _miss(one.miss)}
            for one in report.never
        ],
        "rare": [one._asdict() | {"path": _path(one.path)} for one in report.rare],
        "unwritten": [{"where": one.where, "receptions": list(one.words)} for one in report.unwritten],
        "endings": {ending: _ending(tree, ending) for ending in ENDINGS},
        "extremes": [
            {"what": one.what, "least": _extreme(one.least), "greatest": _extreme(one.greatest)}
            for one in report.extremes
        ],
        "best": best(dilemma) if dilemma else None,
        "decisions": [_decision(report, decision) for decision in tree.course.scenario.decisions],
        "history": {
            "turns": [turn._asdict() for turn in historical.turns],
            "stops": historical.stops or None,
            "aside": list(historical.aside),
            "overrides": [one._asdict() | {"cite": list(one.cite)} for one in historical.overrides],
        },
        "warnings": [warned._asdict() for warned in report.warnings],
    }


def best(dilemma: Dilemma) -> Plain:
    """What best play, history, never acting alone and simple policies are worth, or cost, against each opponent."""
    return {
        "play": {c: {who: _round(dilemma.solved.values[c, who].worth[0]) for who in AGAINST} for c in CAPITALS},
        "lines": {who: {"path": _path(dilemma.line(who)), "acts_alone": dilemma.acts_on(who)} for who in AGAINST},
        "history": dilemma.history,
        "never alone": {who: _round(price) for who, price in dilemma.joint_price().items()},
        "policies": {
            name: {who: _round(lost) for who, lost in dilemma.policy_losses(capital, name).items()}
            for capital, name in POLICIES
        },
    }


def _decision(report: Report, decision: Decision) -> Plain:
    met = report.tree.decisions.get(decision.id)
    visits = report.dilemma.visits.get(decision.id) if report.dilemma else None
    return {
        "id": decision.id,
        "round": decision.round,
        "by": decision.by,
        "kind": decision.kind,
        "chance": _chance(met.chance if met else 0),
        "visits": len(visits.worths) if visits else 0,
        "options": [_option(report.tree, decision, index, visits) for index in range(len(decision.options))],
    }


def _option(tree: Tree, decision: Decision, index: int, visits: Visits | None) -> Plain:
    option, met = decision.options[index], tree.options.get((decision.id, index))
    losses = visits.losses(index) if visits else []
    return {
        "id": option.id,
        "label": option.label,
        "historical": option.historical,
        "chance": _chance(met.chance if met else 0),
        "receptions": sorted(tree.words_met(tree.course.scenario.places[decision.id], index)),
        "loses": [_round(min(losses)), _round(max(losses))] if losses else None,
        "best_alone_against": visits.alone(index) if visits else [],
    }


def _ending(tree: Tree, ending: str) -> Plain:
    met = tree.endings.get(ending)
    return {
        "states": tree.ends[ending],
        "chance": _chance(met.chance if met else 0),
        "path": _path(tree.path(met)) if met else None,
    }


def _miss(miss: Miss) -> Plain:
    return {
        "holds": list(miss.holds),
        "fails": [failing._asdict() for failing in miss.fails],
        "path": _path(miss.path),
    }


def _extreme(extreme: Extreme) -> Plain:
    return {"value": extreme.value, "path": _path(extreme.path)}


def _path(path: Path) -> list[dict[str, str]]:
    return [stop._asdict() for stop in path]


def _chance(chance: float) -> float:
    return round(chance, 6)


def _round(number: float) -> float:
    return round(number, 2)


__all__ = ["as_plain", "best"]
