"""The file as it leaves: who made it of what, and the same bytes for the same figures."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any, Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as File

from plantrack import __version__
from plantrack.exports.material import Material
from plantrack.exports.slides.shapes import NAMES
from plantrack.exports.slides.template import LANGUAGES, theme
from plantrack.words.letters import writable

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest day an archive knows


def described(file: File, material: Material) -> None:
    """State title, plan and revision; no person: the file is made by the program."""
    held, deck = file.core_properties, material.deck
    held.title = writable(f"{deck.plan} – {deck.target_set}")[:255]
    held.subject = writable(deck.figures)[:255]
    held.author = f"Plantrack {__version__}"
    held.last_modified_by = f"Plantrack {__version__}"
    held.language = LANGUAGES[material.language]
    held.comments = held.keywords = held.category = ""
    held.revision = 1
    made = datetime(*_EPOCH) if material.made is None else material.made.made_at  # noqa: DTZ001
    held.created = held.modified = made.replace(microsecond=0)


def notes_in_our_letters(file: File) -> None:
    """Give the notes pages the theme of the slides, and the file the list of their master."""
    part: Any = file.notes_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._element = parse_xml(theme())
    relation = file.part.relate_to(file.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = parse_xml(
        f'<p:notesMasterIdLst {NAMES}><p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
    )
    file.part._element.find("{*}sldMasterIdLst").addnext(listed)


def packed(file: File) -> bytes:
    """Return the file with no time of making in its archive."""
    stream = io.BytesIO()
    file.save(stream)
    found = io.BytesIO()
    with (
        zipfile.ZipFile(stream) as made,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for one in made.infolist():
            archive.writestr(
                zipfile.ZipInfo(one.filename, _EPOCH), made.read(one), zipfile.ZIP_DEFLATED
            )
    return found.getvalue()
