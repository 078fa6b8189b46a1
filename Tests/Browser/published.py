"""The built site as a folder: its pages, and one page of every kind.

The site is the folder that ARCHIPEL_SITE names, or output/ at the root of the repository.
"""

import json
import os
import re
from pathlib import Path

from lxml import html

REPOSITORY = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("ARCHIPEL_SITE") or REPOSITORY / "output").resolve()
REDIRECT = b'http-equiv="refresh"'
KIND = re.compile(rb'<body class="page-([\w-]+)"')
VIEW = re.compile(rb'class="(?:vue|lettres) (vue-\w+)"')

# Pages that the law or the search need, whatever the templates; None stands for no query.
FIXED = {
    "search": ("recherche/", None),
    "search-results": ("recherche/", "q=atelier"),
    "search-nothing": ("recherche/", "q=xyzzyqwv"),
    "legal": ("mentions-legales/", None),
    "accessibility": ("accessibilite/", None),
}


def html_files(site=SITE):
    """The pages that readers stay on: not those that only lead to where a page has gone."""
    return [file for file in all_html_files(site) if REDIRECT not in file.read_bytes()]


def all_html_files(site=SITE):
    return sorted(site.rglob("*.html"))


def name_of(file, site=SITE):
    """The path of a file in the site, which names it in messages."""
    return file.relative_to(site).as_posix()


def parse_page(file):
    return html.parse(file, html.HTMLParser(encoding="utf-8")).getroot()


def catalogue(site=SITE):
    return json.loads((site / "commons.json").read_text(encoding="utf-8"))


def file_of(path, site=SITE):
    """The file behind a path such as `methodes/world-cafe/`."""
    return site / path / "index.html" if path in ("", "./") or path.endswith("/") else site / path


def path_of(file, site=SITE):
    return name_of(file, site).removesuffix("index.html")


def find_kinds(site=SITE):
    """One page of every kind, `{kind: (path, query)}`: of each type, template and genre of view.

    Of several the largest is taken, as the likeliest to show what is wrong.
    """
    sheets = catalogue(site)["sheets"]
    types = {
        file_of(sheet["url"], site): "translation" if "translation_of" in sheet else sheet["type"]
        for sheet in sheets
    }
    largest = {}
    for file in html_files(site):
        content = file.read_bytes()
        match = KIND.search(content)
        if not match:
            continue
        kind = match[1].decode()
        if kind == "sheet":
            kind = types.get(file, kind)
        # The list that a questionnaire draws from is part of the tool.
        if kind != "questionnaire" and (view := VIEW.search(content)):
            kind = view[1].decode()
        if len(content) > largest.get(kind, (0, None))[0]:
            largest[kind] = (len(content), path_of(file, site))
    kinds = {kind: (path, None) for kind, (_, path) in sorted(largest.items())}
    return kinds | FIXED


# Without a site the tests still run, on the pages that any site has, and fail.
KINDS = find_kinds() if (SITE / "commons.json").is_file() else {"home": ("", None)} | FIXED
