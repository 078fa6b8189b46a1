"""Draws every kind of page, light and dark, narrow and wide, printed too, into a folder.

    python Tests/Browser/screenshots.py FOLDER [KIND…]

The folder gets an image for each form, and index.html, which shows them side by side.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import servers
from published import KINDS, SITE
from visits import visit

SCHEMES = ["light", "dark"]
WIDTHS = [320, 1280]


def draw(page, server, kind, folder):
    """Draws the forms of a kind of page; gives the names of the images."""
    visit(page, server, KINDS[kind])
    names = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            names.append(f"{kind}-{scheme}-{width}.png")
            page.screenshot(path=folder / names[-1], full_page=True)
    page.emulate_media(color_scheme="light")
    page.pdf(path=folder / f"{kind}.pdf", prefer_css_page_size=True)
    return names


def contact_sheet(images):
    rows = "".join(
        f'<h2 id="{kind}">{kind} <a href="{kind}.pdf">PDF</a></h2><p>'
        + "".join(f'<a href="{name}"><img src="{name}" alt="{name}"></a> ' for name in names)
        for kind, names in images.items()
    )
    style = "img { height: 30rem; max-width: 40rem; object-fit: contain; vertical-align: top }"
    return (
        '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Planche</title>'
        f"<style>{style}</style><h1>Planche</h1>{rows}"
    )


def main(folder, kinds):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        with servers.nginx(SITE, Path(work)) as server:
            program = servers.find_program("chromium")
            browser = playwright.chromium.launch(executable_path=program)
            page = browser.new_page(locale="fr-FR", reduced_motion="reduce")
            images = {kind: draw(page, server, kind, folder) for kind in kinds}
            browser.close()
    (folder / "index.html").write_text(contact_sheet(images), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:] or KINDS)
