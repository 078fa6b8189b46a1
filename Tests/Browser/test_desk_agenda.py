"""An event that comes back, written at the desk by keyboard alone, published and found in the agenda."""

import datetime
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from desks import desk
from patience import PATIENCE
from test_desk import added, chosen, field, saved, tab_to, typed, unfolded
from test_desk_requests import make_lab
from visits import open_context

EVENT = "content/evenements/le-cafe-des-essais.md"
SHEETS = {
    "evenements/index.md": "---\ntitre: Agenda\nvue: { genre: agenda, type: evenement }\n---\nCe qui vient.\n",
    "lieux/la-maison.md": "---\ntitre: La maison du Ti Lab\nresume: Six pièces et un jardin.\nadresse: Rennes\n---\nAu deuxième.\n",
}
# The day and the month have the same number: browsers ask for them in either order.
YEAR = datetime.date.today().year + 1
DAY = f"{YEAR}-03-03"


@pytest.fixture
def lab(program, tmp_path):
    source = make_lab(tmp_path / "lab")
    # The other sheets of that lab name some that it lacks.
    shutil.rmtree(source / "content/methodes")
    for path, text in SHEETS.items():
        (source / "content" / path).parent.mkdir(exist_ok=True)
        (source / "content" / path).write_text(text, encoding="utf-8")
    with desk(program, source) as started:
        started.enter()
        yield started


def moment(page, key, month, hour):
    """Types a day whose number is that of its month, at half past an hour before noon, into a control."""
    unfolded(page, key)
    tab_to(page, f'[data-cle="{key}"] input')
    page.keyboard.type(f"{month:02}{month:02}{YEAR}")
    # A year may have more digits: the hour is a step to the right.
    page.keyboard.press("ArrowRight")
    # A browser in English asks for the half of the day too, one in French does not know the letter.
    page.keyboard.type(f"{hour:02}30A")


def test_an_event_is_written_by_keyboard_alone_and_found_in_the_agenda(lab, program, browser, tmp_path):
    with open_context(browser, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        lab.open(page)
        chosen(page, ".nouvelle select", "evenement")
        typed(page, ".nouvelle input", "Le café des essais")
        page.keyboard.press("Enter")
        page.wait_for_selector(".formulaire")
        typed(page, '[data-cle="summary"] textarea', "On y montre ce que l’on essaie.")
        chosen(page, '[data-cle="type"] select', "atelier")
        moment(page, "debut", 3, 9)
        moment(page, "fin", 3, 11)
        unfolded(page, "recurrence")
        chosen(page, '[data-cle="frequence"] select', "mensuelle")
        typed(page, '[data-cle="fois"] input', "3")
        unfolded(page, "lieu")
        typed(page, '[data-cle="lieu"] input', "maison")
        expect(field(page, "lieu").locator('[role="option"]').first).to_contain_text("La maison du Ti Lab")
        page.keyboard.press("Enter")
        page.keyboard.press("Control+s")
        saved(page)
        expect(page.locator("#manque li")).to_have_text([])
        tab_to(page, "#publier")
        page.keyboard.press("Enter")
        expect(page.locator("#etat")).to_contain_text("Publiée")
        expect(page.frame_locator("#vue").locator("h1")).to_have_text("Le café des essais")
        text = lab.read(EVENT).decode()
        for line in [f"debut: {DAY}T09:30", f"fin: {DAY}T11:30", "frequence: mensuelle", "fois: 3", "lieu: lieux/"]:
            assert line in text, text

        page.goto(f"{lab.server.address}evenements/")
        expect(page.get_by_role("link", name="Le café des essais").first).to_be_visible()

    output = tmp_path / "output"
    built = subprocess.run([program, "build", "--source", lab.source, "--output", output], capture_output=True,
                           text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    agenda = (output / "evenements/index.html").read_text("utf-8")
    assert "Le café des essais" in agenda
    calendar = (output / "evenements/agenda.ics").read_text("utf-8").replace("\r\n ", "")
    assert "SUMMARY:Le café des essais" in calendar
    assert f"DTSTART;TZID=Europe/Paris:{YEAR}0303T093000" in calendar
    assert "RRULE:FREQ=MONTHLY" in calendar and "COUNT=3" in calendar
    assert "LOCATION:" in calendar
