"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import plantrack
from plantrack.method import average, rates

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(plantrack.__path__, "plantrack.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_every_example_gives_what_it_says(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_every_equation_of_the_rates_has_an_example() -> None:
    for module, needed in ((rates, 4), (average, 7)):
        assert doctest.testmod(module).attempted >= needed
