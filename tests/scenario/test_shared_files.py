import shutil
from pathlib import Path

import pytest

from game.reading.diagnostics import as_text
from game.rules.moves import Entry
from game.scenario.citations import Reference, citation, shortened
from game.scenario.common import short_names
from game.scenario.model import Common, Person
from game.scenario.read import read_common, read_scenario
from game.scenario.shelf import shipped_scenarios

SHARED = Path(__file__).parents[1] / "data" / "common"


@pytest.fixture
def common() -> Common:
    common, found = read_common(SHARED)
    assert found == []
    return common


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_agreements_people_and_terms_are_read(common: Common) -> None:
    assert common.agreements["letter"] == Entry(
        "letter", "police", "A letter", frozenset({"unannounced-operation"}), ends=True, cite=("essay@P3",)
    )
    assert common.people["ben"] == Person("ben", "Ben Stone", "President from 2001")
    assert common.glossary["Letter"] == "What two attorneys general signed, without a treaty."
    assert common.glossary_cites == {"Letter": ("essay@P3",)}


def test_a_citation_is_shown_with_its_page(common: Common) -> None:
    assert citation(("essay@P1",), common) == "Prieto & Stone 2001, p. 3"
    assert citation(("outside:N1",), common) == "The Daily Notice, 4 May 1998"


@pytest.mark.parametrize(
    ("authors", "short"),
    [
        ("Ana Prieto", "Prieto"),
        ("Ana Prieto and Ben Stone", "Prieto & Stone"),
        ("Ana Prieto, Ben Stone and Cy Old", "Prieto et al."),
        ("", ""),
    ],
)
def test_a_source_without_a_short_name_is_called_by_its_authors(authors: str, short: str) -> None:
    assert short_names(authors) == short


def test_a_paragraph_can_be_added_to_a_source_without_repeating_it(tmp_path: Path, common: Common) -> None:
    write(tmp_path, "sources", 'essay: {paragraphs: {P9: "12"}}\noutside: {N2: A letter to the editor}\n')
    laid, found = read_common(tmp_path, common)
    assert found == []
    assert laid.sources["essay"].title == "On Notice"
    assert set(laid.sources["essay"].paragraphs) == {"P1", "P2", "P3", "P9"}
    assert set(laid.outside) == {"N1", "N2"}


def test_a_new_source_owes_its_authors_and_its_year(tmp_path: Path, common: Common) -> None:
    write(tmp_path, "sources", "novel: {title: Once}\n")
    _, found = read_common(tmp_path, common)
    assert [diagnostic.message for diagnostic in found] == ["a source has no “authors”", "a source has no “year”"]


def test_an_agreement_laid_over_another_takes_its_place(tmp_path: Path, common: Common) -> None:
    write(tmp_path, "agreements", "letter: {field: border, title: Another letter}\n")
    laid, found = read_common(tmp_path, common)
    assert found == []
    assert laid.agreements["letter"] == Entry("letter", "border", "Another letter")
    assert laid.agreements["treaty"] == common.agreements["treaty"]


def test_a_folder_without_such_files_adds_nothing(tmp_path: Path, common: Common) -> None:
    assert read_common(tmp_path, common) == (common, [])
    assert read_common(tmp_path / "nowhere", common) == (common, [])


def test_sources_are_read_before_what_cites_them(tmp_path: Path) -> None:
    shutil.copytree(SHARED, tmp_path, dirs_exist_ok=True)
    (tmp_path / "sources.yaml").unlink()
    _, found = read_common(tmp_path)
    assert {diagnostic.code for diagnostic in found} == {"unknown-source"}


def test_faults_of_several_shared_files_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, "agreements", "pact: {field: sea, title: A pact, binds: [sailing]}\n")
    write(tmp_path, "people", "ana: Ana\n")
    write(tmp_path, "glossary", "Term: {txt: A word}\n")
    _, found = read_common(tmp_path)
    codes = [(Path(diagnostic.place.file).name, diagnostic.code) for diagnostic in found]
    assert codes == [
        ("agreements.yaml", "unknown-word"),
        ("agreements.yaml", "unknown-word"),
        ("glossary.yaml", "missing-key"),
        ("glossary.yaml", "unknown-key"),
        ("people.yaml", "not-a-table"),
    ]


def test_what_the_shipped_scenarios_share_has_no_fault() -> None:
    common, found = read_common(shipped_scenarios() / "common")
    assert [as_text(diagnostic) for diagnostic in found] == []
    assert {"paradox", "coyote"} <= set(common.sources)


@pytest.mark.parametrize(
    ("date", "serves"),
    [
        ("1996-11", False),
        ("1996-12", True),
        ("1996-12-03", True),
        ("1996", True),
        ("1998-05", True),
        ("1998", True),
        ("1998-06", False),
        ("1999", False),
        ("", True),
    ],
)
def test_an_office_is_held_within_its_time(date: str, serves: bool) -> None:
    assert Person("ana", "Ana Prieto", since="1996-12", until="1998-05").serves(date) is serves


def test_the_time_of_an_office_is_read_and_its_dates_are_dates(tmp_path: Path, common: Common) -> None:
    write(tmp_path, "people", "cy: {name: Cy Old, since: 1998-05, until: 1999}\n")
    laid, found = read_common(tmp_path, common)
    assert (laid.people["cy"], found) == (Person("cy", "Cy Old", since="1998-05", until="1999"), [])
    write(tmp_path, "people", "cy: {name: Cy Old, since: in spring}\n")
    assert [diagnostic.code for diagnostic in read_common(tmp_path, common)[1]] == ["odd-date"]


def test_in_january_1996_the_dossier_of_casablanca_knows_nobody_who_comes_later() -> None:
    common, _ = read_common(shipped_scenarios() / "common")
    case, _ = read_scenario(shipped_scenarios() / "casablanca-1998.yaml", common)
    assert case is not None
    then = {person.id for person in case.people if person.serves("1996-01")}
    later = {person.id for person in case.people if person.serves("1999-02")}
    assert then == {"clinton", "rubin", "reno", "zedillo", "lozano"}
    assert later == {person.id for person in case.people} - {"lozano"}


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("Chicago Tribune, 2 April 1989", "Chicago Tribune, 2 April 1989"),
        ("The Herald, 1 May 1990; The Sun, 2 May 1990", "The Herald, 1 May 1990; The Sun, 2 May 1990"),
        ("The Herald, 1 May; The Sun, 2 May; The Globe, 3 May", "The Herald, 1 May, and 2 more"),
        ("Two sheets (one on work; one on rules; one on both)", "Two sheets (one on work; one on rules; one on both)"),
    ],
)
def test_many_newspapers_under_one_key_are_named_by_the_first_and_counted(work: str, said: str) -> None:
    assert str(Reference(work)) == said
    assert shortened([Reference(work)]) == (() if work == said else (work,))
