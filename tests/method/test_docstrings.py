"""The examples in the docstrings of the method are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import plantrack.method

MODULES = sorted(module.name for module in pkgutil.iter_modules(plantrack.method.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_the_method_gives_what_it_says(name: str) -> None:
    module = importlib.import_module(f"plantrack.method.{name}")
    assert doctest.testmod(module).failed == 0


def test_every_equation_of_the_rates_has_an_example() -> None:
    from plantrack.method import average, rates

    for module, needed in ((rates, 4), (average, 7)):
        assert doctest.testmod(module).attempted >= needed
