"""The zip package of an XLSX, XLSM or ODS file, checked before anything else reads it.

The spreadsheet reader reserves memory for the whole rectangle up to the last cell and gives
errors as empty cells, formulas as their last result and percentages as fractions. This scan finds
the last cell before that, and marks those cells.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from xml.parsers import expat

from plantrack.intake.cells import MAX_CELL_LENGTH
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.package_marks import SheetMarks, too_large
from plantrack.intake.package_ods import ods_marks
from plantrack.intake.package_sheet import percent_styles, sheet_marks
from plantrack.intake.package_xml import (
    EndlessText,
    UnsafeXml,
    attributes,
    refuse_crowded,
    refuse_document_type,
    refuse_endless,
)
from plantrack.intake.raised import raised_cells, raised_strings

MAX_UNPACKED = 100 * 2**20
# Parts that nothing here reads, and that may hold what a table never does.
_UNREAD = (
    "customXml/",
    "docProps/",
    "xl/charts/",
    "xl/drawings/",
    "xl/externalLinks/",
    "xl/media/",
    "xl/theme/",
    "xl/webextensions/",
)
_FILE = Place()


@dataclass(frozen=True, slots=True)
class Package:
    """Marks of each worksheet by its name."""

    marks: Mapping[str, SheetMarks]


def check_package(data: bytes) -> Package | Finding:
    """Return what the scan found, or why the package must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            refusal = _refusal(package)
            if refusal is not None:
                return refusal
            is_ods = "content.xml" in package.namelist()
            return _scanned_ods(package) if is_ods else _scan(package)
    except UnsafeXml:
        return found("file_unsafe", _FILE)
    except EndlessText:
        return found("cell_too_long", _FILE, limit=Decimal(MAX_CELL_LENGTH))
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        KeyError,  # a part the package names but does not hold
        NotImplementedError,  # a compression no spreadsheet program uses
        OSError,
        RuntimeError,  # a member with a zip password
        ValueError,
    ):
        return found("file_damaged", _FILE)


def _refusal(package: zipfile.ZipFile) -> Finding | None:
    members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        return found("file_encrypted", _FILE)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        return found("expands_too_much", _FILE, limit=Decimal(MAX_UNPACKED // 2**20))
    names = set(package.namelist())
    if len(names) < len(members):
        return found("file_damaged", _FILE)  # which of two parts is read would be chance
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        return found("unknown_kind", _FILE)
    return None


def unpacked(package: zipfile.ZipFile, name: str) -> bytes:
    """Return a part; one that holds more than its entry declares is never unpacked further."""
    declared = package.getinfo(name).file_size
    with package.open(name) as part:
        return part.read(declared + 1)


def _scan(package: zipfile.ZipFile) -> Package | Finding:
    parts = {name: unpacked(package, name) for name in package.namelist()}
    for name, content in parts.items():
        if name.startswith(_UNREAD):
            refuse_document_type(content)
        elif name.endswith((".xml", ".rels")):
            refuse_endless(content)
            refuse_crowded(content, package.getinfo(name).compress_size)
            for _ in attributes(content, frozenset()):
                pass  # reading it to its end refuses entities and broken XML
    styles = parts.get("xl/styles.xml")
    percents = percent_styles(styles) if styles is not None else frozenset()
    names = dict(_sheets(parts))
    sheets = {path for path in parts if path.lower().startswith("xl/worksheets/sheet")}
    marks = {path: sheet_marks(parts[path], percents) for path in sheets | set(names.values())}
    refusal = too_large(marks.values())
    if refusal is None:
        strings = raised_strings(parts.get("xl/sharedStrings.xml", b""))
        for path, of_sheet in marks.items():
            of_sheet.raised.update(raised_cells(parts[path], strings))
    return refusal or Package({name: marks[path] for name, path in names.items()})


def _scanned_ods(package: zipfile.ZipFile) -> Package | Finding:
    manifest = "META-INF/manifest.xml"
    if manifest in package.namelist() and b"encryption-data" in unpacked(package, manifest):
        return found("file_encrypted", _FILE)
    styles = unpacked(package, "styles.xml") if "styles.xml" in package.namelist() else None
    content = unpacked(package, "content.xml")
    refuse_endless(content)
    refuse_crowded(content, package.getinfo("content.xml").compress_size)
    if styles is not None:
        refuse_endless(styles)
        for _ in attributes(styles, frozenset()):
            pass
    marks = ods_marks(content)
    return too_large(marks.values()) or Package(marks)


def _sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield each worksheet's name and part."""
    relations = parts["xl/_rels/workbook.xml.rels"]
    targets = {
        item["Id"]: item["Target"]
        for _, item in attributes(relations, frozenset({"Relationship"}))
        if item["Type"].endswith("/worksheet")
    }
    for _, item in attributes(parts["xl/workbook.xml"], frozenset({"sheet"})):
        target = targets.get(item["id"])
        if target is not None:
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            yield item["name"], posixpath.normpath(path)
