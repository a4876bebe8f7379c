"""The reader's own lists are those of the default theory: it must not need one, and must not differ from it."""

from game.scenario.vocabulary import AIMS, CLASSES
from game.theories.load import shipped


def test_the_classes_of_acts_are_those_of_the_theory() -> None:
    assert shipped().classes == CLASSES


def test_the_aims_are_those_that_the_theory_can_count() -> None:
    assert set(AIMS) == {aim.id for side in shipped().aims.values() for aim in side}
