"""Numbers as a reader sees them."""

import pytest

from game.rules.numbers import number_of, signed, so_many, with_minus


@pytest.mark.parametrize(("number", "said"), [(2, "+2"), (0, "0"), (-1, "−1")])
def test_a_change_has_its_sign_and_a_true_minus(number: int, said: str) -> None:
    assert signed(number) == said
    assert number_of(number) == said.removeprefix("+")


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes"), (-1, "−1 minute"), (-3, "−3 minutes")]
)
def test_one_is_one_and_everything_else_is_several(number: int, said: str) -> None:
    assert so_many(number, "minute") == said


def test_a_plural_of_its_own_is_given() -> None:
    assert so_many(2, "country", "countries") == "2 countries"


def test_a_minus_stands_before_numbers_alone() -> None:
    assert with_minus("-1: merida-2007, 1998-05") == "−1: merida-2007, 1998-05"
