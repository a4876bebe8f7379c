"""``debrief`` and ``print``: documents in the format asked for, to a file or to stdout."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.arguments import SHEETS
from game.cli.places import reopened, theory_of
from game.cli.talk import EXISTS, NOT_OVER, NOT_PLAYED, WHOSE_SHEET, Refused, Status, say, written
from game.rules.words import CAPITALS

if TYPE_CHECKING:
    from game.play.game import Game
    from game.printing.document import Document

STDOUT = Path("-")
CARD = "rules-card"
EXERCISE = "exercise"


def debrief(asked: Namespace) -> int:
    """The sheet of a finished game."""
    from game.debrief.account import account
    from game.play.solve import solution
    from game.printing.debrief import debrief as sheet_of
    from game.printing.debrief import default_name
    from game.saves.store import own_words_of

    opened = reopened(asked)
    for notice in opened.notices:
        say(notice)
    game = opened.game
    if not game.over:
        raise Refused(NOT_OVER.format(path=asked.save))
    side = _side(game, asked)
    solved, words = solution(game.course), own_words_of(asked.save)
    told = account(game, solved, played=opened.header.begun, side=side, own_words=words)
    return print_document(sheet_of(told, asked.sheet or "own", annex=asked.annex), default_name(told), asked)


def _side(game: "Game", asked: Namespace) -> str:
    """The capital that the sheet is for. Raises Refused if nobody played it, or two did and none is named."""
    from game.play.game import BOTH

    role: str = asked.role or game.role
    if role not in (game.role, *(CAPITALS if game.role == BOTH else ())):
        raise Refused(NOT_PLAYED.format(role=role, played=game.role))
    if role == BOTH and asked.sheet == SHEETS[0]:
        raise Refused(WHOSE_SHEET)
    return role


def handout(asked: Namespace) -> int:
    """The rules card, or the exercise sheet."""
    theory = theory_of(asked)
    if asked.card:
        from game.printing.card import rules_card

        return print_document(rules_card(theory), CARD, asked)
    from game.backtest.exercise import exercise
    from game.backtest.scored import Backtest
    from game.record.library import shipped_cases
    from game.scenario.shelf import shipped_common

    sheet = exercise(Backtest.of(theory, shipped_cases()), shipped_common()[0])
    return print_document(sheet, f"{EXERCISE}-{theory.id}", asked)


def print_document(document: "Document", stem: str, asked: Namespace) -> int:
    """Arrange a document and write it; text goes to stdout unless a file is named."""
    from game.printing.arrange import NoPdf, arranged
    from game.printing.putting import ENDS, format_of

    how = asked.format or format_of(asked.output or Path())
    try:
        data = arranged(document, how, asked.paper)
    except NoPdf as error:
        raise Refused(str(error)) from None
    return put_out(data, f"{stem}{ENDS[how]}", asked, spoken=how == "text")


def put_out(data: bytes, name: str, asked: Namespace, *, spoken: bool) -> int:
    """Write what was printed, under a name of its own unless a file is named; what is spoken else goes to stdout."""
    from game.printing.putting import put

    target: Path | None = asked.output
    if target == STDOUT or (target is None and spoken):
        _to_stdout(data)
        return Status.DONE
    path = target / name if target and target.is_dir() else target or Path(name)
    try:
        put(path, data, over=asked.force)
    except FileExistsError:
        raise Refused(EXISTS.format(path=path)) from None
    written(path)
    return Status.DONE


def _to_stdout(data: bytes) -> None:
    """Bytes as they are; where stdout takes only text (a test, another program), as text."""
    if (binary := getattr(sys.stdout, "buffer", None)) is not None:
        binary.write(data)
    else:
        sys.stdout.write(data.decode(errors="replace"))
