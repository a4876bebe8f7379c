"""A folder of cases that is handed on as one thing: who made it, what may be done with it, in which order it is played.

``pack.yaml`` says so and is optional: a folder without one is a pack without a name. A pack is data. Nothing in it
is run, and no file outside its folder is read on its behalf, not even by way of a link.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.reading.diagnostics import Diagnostic, Faults, quoted
from game.reading.files import is_there, leads_out, read_file
from game.reading.forms import Form, text_of
from game.scenario.shelf import PACK_FILE, scenario_files, scenario_id
from game.scenario.vocabulary import SUMMARY, TITLE

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of cases; ``cases`` are its files by id, in the order in which they are offered."""

    folder: Path
    cases: dict[str, Path]
    title: str = ""
    author: str = ""
    licence: str = ""
    about: str = ""

    @property
    def named(self) -> str:
        """Its title with its author and licence, as far as it has them."""
        return " · ".join(filter(None, (self.title, self.author, self.licence)))


def read_pack(folder: Path) -> tuple[Pack, list[Diagnostic]]:
    """The pack of a folder, and what is wrong with its ``pack.yaml``; a case that is listed and missing is left out."""
    faults = Faults()
    files = {scenario_id(path): path for path in scenario_files(folder)}
    path = folder / PACK_FILE
    document = read_file(path, faults) if is_there(path) and not leads_out(folder, path) else None
    if document is None:
        return Pack(folder, files), faults.listed()
    with Form(document.root, "the pack", faults) as form:
        form.whole("format", FORMAT, FORMAT)
        listed = list(_listed(form, files, faults))
        pack = Pack(
            folder,
            {name: files[name] for name in listed} or files,
            form.text("title", needed=True, most=TITLE),
            form.text("author", most=TITLE),
            form.text("licence", most=TITLE),
            form.text("about", most=SUMMARY),
        )
    return pack, faults.listed()


def _listed(form: Form, files: dict[str, Path], faults: Faults) -> Iterator[str]:
    """The ids under ``cases``, each once, as far as there is a file for it."""
    seen = set[str]()
    for item in form.items("cases"):
        name = text_of(item, "a case", faults)
        if name in seen:
            faults.error(item.place, "listed-twice", f"{quoted(name)} is listed twice", "each case once")
        elif name in files:
            yield name
        else:
            faults.unknown(item.place, "no-such-case", f"no file here has the id {quoted(name)}", name, files)
        seen.add(name)
