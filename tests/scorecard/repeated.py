"""Lines of arithmetic computed again from the numbers they show."""

from __future__ import annotations

import re
from decimal import Decimal

from plantrack import words
from plantrack.scorecard.telling.roots import root
from plantrack.words.numbers import rounded

ENGLISH = words.of("en")
ROOTS = {root(degree, ENGLISH): degree for degree in range(2, 40)}
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
UNITS = re.compile(
    r" %( a year)?| points( a year)?"
    r"| million VND per person( a year)?| projects( a year)?"
)
NUMBER = r"[−+]?\d+(?:,\d{3})*(?:\.\d+)?"


def plain(line: str) -> str:
    return line.replace("\N{NARROW NO-BREAK SPACE}", " ")


def check(line: str) -> None:
    """Recompute each "formula = result" of a line, and each root and rate after it."""
    scale = 100 if line.startswith(("straight", "along the path", "time passed")) else 1
    line = RAISED.sub(lambda power: "**" + power[0].translate(DIGITS), UNITS.sub("", plain(line)))
    for part in re.split("; |: |, ", line):
        whole = re.fullmatch(rf"(.+) = ({NUMBER})(?: → ({NUMBER}))?(?: .*)?", part)
        if whole is None or not re.search(r"[÷×+*]|− |ln", whole[1]):
            continue
        same(value_of(whole[1]) * scale, whole[2], line)
        if whole[3]:
            same((number_of(whole[2]) - 1) * 100, whole[3], line)
    for quotient, name, factor, rate in re.findall(
        rf"= ({NUMBER}); ([a-z0-9]+ root) ({NUMBER}) → ({NUMBER})", line
    ):
        same(Decimal(float(number_of(quotient)) ** (1 / ROOTS[name])), factor, line)
        same((number_of(factor) - 1) * 100, rate, line)


def value_of(formula: str) -> Decimal:
    """Evaluate a formula of this program's own lines, in exact decimals."""
    python = re.sub(r"(?<![*\d])\d[\d,]*(\.\d+)?", quoted, formula)
    python = python.replace("×", "*").replace("÷", "/").replace("−", "-")
    result: Decimal = eval(python, {"Decimal": Decimal, "ln": Decimal.ln})  # noqa: S307
    return result


def quoted(found: re.Match[str]) -> str:
    return f"Decimal('{found[0].replace(',', '')}')"


def number_of(shown: str) -> Decimal:
    return Decimal(shown.replace(",", "").replace("−", "-"))


def same(result: Decimal, shown: str, line: str) -> None:
    expected = number_of(shown)
    decimals = -int(expected.as_tuple().exponent)
    assert rounded(result, decimals) == expected, line
