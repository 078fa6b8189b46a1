"""Draws the pictures of the desk that the guide shows, into its folder.

    ARCHIPEL=.build/release/archipel python Tests/Browser/desk_pictures.py
"""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import servers
from desks import desk
from published import REPOSITORY

GUIDE = REPOSITORY / "content/guide"


def draw(page, lab):
    lab.open(page)
    page.screenshot(path=GUIDE / "bureau-accueil.png")
    lab.open(page, "content/methodes/world-cafe.md")
    page.frame_locator("#vue").locator("h1").wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=GUIDE / "bureau-formulaire.png")


def main():
    program = Path(os.environ.get("ARCHIPEL") or REPOSITORY / ".build/release/archipel")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name in ["content", "themes"]:
            shutil.copytree(REPOSITORY / name, Path(folder) / name)
        shutil.copy(REPOSITORY / "archipel.yaml", folder)
        with desk(program, Path(folder)) as lab:
            browser = playwright.chromium.launch(executable_path=servers.find_program("chromium"))
            page = browser.new_page(
                locale="fr-FR", reduced_motion="reduce", viewport={"width": 1280, "height": 800})
            draw(page, lab)
            browser.close()


if __name__ == "__main__":
    main()
