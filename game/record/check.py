"""Checks case files as ``two-capitals check`` does scenarios: every fault, each with its place."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Place
from game.reading.files import is_folder, is_plain_file
from game.record.library import CASES, SECOND_READER
from game.record.model import Case
from game.record.read import read_cases, read_coding
from game.scenario.shelf import PACK_FILE, SUFFIXES, scenario_files, shipped_common

HEAD_BYTES = 50_000
"""Within these the list must begin: a file may say first what it is about, at some length."""
LIST_OF_CASES = re.compile(rb"^cases:[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def check_cases(paths: Sequence[Path]) -> list[Diagnostic]:
    """All that is wrong with the case files among these paths; of a folder, with those in its ``cases/``."""
    found = [diagnostic for path in paths for diagnostic in _check(case_files(path))]
    return list(dict.fromkeys(found))


def case_files(path: Path) -> list[Path]:
    """The case files that a path means: itself, those of a folder and those of ``cases/`` in it."""
    if is_folder(path):
        return [file for file in (*scenario_files(path), *scenario_files(path / CASES)) if is_case_file(file)]
    return [path] if is_case_file(path) else []


def is_case_file(path: Path) -> bool:
    """Does a file hold cases and no scenario? Whoever writes one may call it, and its folder, as he likes."""
    if path.suffix not in SUFFIXES or path.name == PACK_FILE or not is_plain_file(path):
        return False
    try:
        with path.open("rb") as file:
            return bool(LIST_OF_CASES.search(file.read(HEAD_BYTES)))
    except OSError:
        return False


def only_cases(path: Path) -> bool:
    """Is there nothing else to be checked in a path than cases?"""
    files = scenario_files(path) if is_folder(path) else [path]
    return bool(files) and all(map(is_case_file, files))


def _check(files: Sequence[Path]) -> list[Diagnostic]:
    common, found, read = shipped_common()[0], list[Diagnostic](), list[tuple[Path, Case]]()
    for path in files:
        if path.name == SECOND_READER:
            found += read_coding(path, common)[1]
        else:
            cases, faults = read_cases(path, common)
            found += faults
            read += ((path, case) for case in cases)
    return [*found, *_same_ids(read)]


def _same_ids(read: Iterable[tuple[Path, Case]]) -> Iterable[Diagnostic]:
    """Cases of one id in two files; within one file the reader has said so."""
    first: dict[str, Path] = {}
    for path, case in read:
        if first.setdefault(case.id, path) != path:
            message = f"{first[case.id].name} has a case {case.id} too"
            yield Diagnostic(Place(str(path)), "error", "id-twice", message, "another id")
