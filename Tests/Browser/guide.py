"""The guide of the site: the blocks of code that it shows, as readers copy them.

A block is fenced; behind its language it may bear a name, most often that of the file it is:

    ```nginx /etc/nginx/sites-available/lab
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from published import REPOSITORY

GUIDE = Path(os.environ.get("ARCHIPEL_GUIDE") or REPOSITORY / "content/guide")
FENCE = re.compile(r"^(`{3,})(\w*) ?(.*)\n((?:.*\n)*?)\1$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    page: str
    language: str
    name: str
    text: str


def pages():
    return sorted(file.stem for file in GUIDE.glob("*.md"))


def source(page):
    return (GUIDE / f"{page}.md").read_text(encoding="utf-8")


def blocks(page, language=None, section=""):
    """The blocks of a page, or of one of its sections, in order."""
    text = source(page)
    if section:
        text = text.split(f"\n## {section}\n")[1].split("\n## ")[0]
    found = [Block(page, *match.groups()[1:]) for match in FENCE.finditer(text)]
    return [block for block in found if language in (None, block.language)]


def block(page, language, name):
    """The text of the one block of a page that has a language and a name."""
    (found,) = [block for block in blocks(page, language) if block.name == name]
    return found.text


def commands(page):
    """The lines that a page tells to type, in order."""
    return [line for block in blocks(page, "sh") for line in block.text.splitlines()]
