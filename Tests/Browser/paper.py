"""Printing a page to PDF in the browser, and what the paper holds."""

import re
import subprocess
from dataclasses import dataclass

from servers import find_program


@dataclass
class Paper:
    pages: int
    # In points: A4 is 595 × 842.
    size: tuple
    text: str

    @property
    def first(self):
        """The text of the first page."""
        return self.text.split("\f")[0]


def print_page(page, file):
    """Prints the page that the browser shows, on the paper that its style asks for."""
    page.pdf(path=file, prefer_css_page_size=True)
    about = run("pdfinfo", file)
    size = re.search(r"^Page size:\s+([\d.]+) x ([\d.]+)", about, re.MULTILINE)
    return Paper(
        pages=int(re.search(r"^Pages:\s+(\d+)", about, re.MULTILINE)[1]),
        size=(round(float(size[1])), round(float(size[2]))),
        text=run("pdftotext", "-layout", file, "-"),
    )


def run(program, *arguments):
    command = [find_program(program), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
