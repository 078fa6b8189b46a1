"""Printing a page to PDF in the browser, and what the paper holds."""

import re
import subprocess
from functools import cached_property

from servers import find_program


class Paper:
    """What was printed to a file: how many pages, of what size, with what text."""

    def __init__(self, file):
        self.file = file
        about = run("pdfinfo", file)
        self.pages = int(re.search(r"^Pages:\s+(\d+)", about, re.MULTILINE)[1])
        size = re.search(r"^Page size:\s+([\d.]+) x ([\d.]+)", about, re.MULTILINE)
        # In points: A4 is 595 × 842.
        self.size = (round(float(size[1])), round(float(size[2])))

    @cached_property
    def text(self):
        return run("pdftotext", "-layout", self.file, "-")

    @property
    def first(self):
        """The text of the first page."""
        return self.text.split("\f")[0]


def print_page(page, file):
    """Prints the page that the browser shows, on the paper that its style asks for."""
    page.pdf(path=file, prefer_css_page_size=True)
    return Paper(file)


def run(program, *arguments):
    command = [find_program(program), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
