"""A method comes out of the printer ready for the table."""

import re
import subprocess

import pytest

from published import KINDS
from servers import find_program
from visits import visit


@pytest.fixture(scope="module")
def printed(browser, server, tmp_path_factory):
    """The largest method, printed by a browser in dark mode: `(pages, text, title)`."""
    file = tmp_path_factory.mktemp("print") / "methode.pdf"
    context = browser.new_context(color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    visit(page, server, KINDS["methode"])
    page.pdf(path=file, prefer_css_page_size=True)
    title = page.locator("h1").inner_text()
    menu = page.locator("header nav").inner_text().split("\n")
    context.close()
    about = subprocess.run([find_program("pdfinfo"), file], capture_output=True, text=True)
    text = subprocess.run(
        [find_program("pdftotext"), "-layout", file, "-"], capture_output=True, text=True
    ).stdout
    pages = int(re.search(r"^Pages:\s+(\d+)", about.stdout, re.MULTILINE)[1])
    size = re.search(r"^Page size:.*$", about.stdout, re.MULTILINE)[0]
    return {"pages": pages, "size": size, "text": text, "title": title, "menu": menu}


def test_a_method_prints_on_a4(printed, figures):
    figures.append(f"print: {KINDS['methode'][0]}: {printed['pages']} pages, {printed['size']}")
    assert printed["pages"] >= 1
    assert "A4" in printed["size"]


def test_what_is_printed_is_the_method(printed):
    text = " ".join(printed["text"].split())
    assert printed["title"] in text
    assert "Déroulé" in text
    assert "CC BY-SA" in text


def test_navigation_is_not_printed(printed):
    lines = {line.strip() for line in printed["text"].splitlines()}
    navigation = {*printed["menu"], "Aller au contenu", "Chercher", "Plan du site", "Sommaire"}
    assert lines & navigation == set()
