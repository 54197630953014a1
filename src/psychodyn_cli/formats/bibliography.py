"""Sources for reference managers: BibTeX and CSL-JSON."""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import json

from psychodyn_cli.entries import Source

_BIBTEX_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "misc",
}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "techreport": "institution"}
_SPECIAL = re.compile(r"([\\{}&%$#_~^])")
_IN_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(sources: Iterable[Source]) -> str:
    return "\n\n".join(_entry(source) for source in sources) + "\n"


def _entry(source: Source) -> str:
    kind = _BIBTEX_TYPES[source.type]
    fields = {
        "author": " and ".join(_tex_author(author) for author in source.author),
        "title": f"{{{_tex(source.name)}}}",
        _CONTAINERS.get(kind, "howpublished"): _tex(source.container_title),
        "publisher": _tex(source.publisher),
        "year": source.issued,
        "volume": source.volume,
        "number": source.issue,
        "pages": source.page.replace("-", "--"),
        "doi": source.DOI,
        "url": source.URL,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{body}\n}}"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _IN_TEX.get(found[0], "\\" + found[0]), text)


def _tex_author(author: str) -> str:
    if _is_rest(author):
        return "others"
    return _tex(author) if ", " in author else f"{{{_tex(author)}}}"


def csl(sources: Iterable[Source]) -> str:
    return json.format(json.encode([_item(source) for source in sources]), indent=2).decode() + "\n"


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.id,
        "type": source.type,
        "title": source.name,
        "author": [_csl_author(author) for author in source.author if not _is_rest(author)],
        "container-title": source.container_title,
        "publisher": source.publisher,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.page,
        "DOI": source.DOI,
        "URL": source.URL,
        "note": source.note,
    }
    if source.issued[:4].isdigit():
        item["issued"] = {"date-parts": [[int(source.issued[:4])]]}
    return {name: value for name, value in item.items() if value}


def _csl_author(author: str) -> dict[str, str]:
    family, comma, given = author.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": author}


def _is_rest(author: str) -> bool:
    """The page that was read did not name the other authors."""
    return author.rstrip(".") in {"et al", "others"}
