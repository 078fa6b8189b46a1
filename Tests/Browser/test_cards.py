"""Cards and booklet: gathered by hand or from filters, printed, read back; canvases on paper."""

import gzip
import math
import re
import subprocess

import cv2
import numpy
import pytest
from playwright.sync_api import expect

from paper import print_page as print_shown, run
from patience import PATIENCE
from published import REPOSITORY, catalogue
from servers import nginx
from test_accessibility import violations_at
from test_keyboard import press
from visits import address_of, open_context

CARDS = "methodes/cartes/"
ADDRESS = "https://exemple.bzh/communs/"
FIVE = ["world-cafe", "carte-empathie", "forum-ouvert", "personas", "jury-citoyen-d-un-jour"]
A4, A3, A5, A6 = (595, 842), (1191, 842), (420, 595), (298, 421)
LANDSCAPE = (842, 595)
# What a face of a card hides: nothing.
HIDDEN = """faces => faces.map((face) => {
  const body = face.querySelector(".face-corps");
  return [face.querySelector("h3").textContent, body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth];
}).filter(([, down, across]) => down > 1 || across > 1)"""


@pytest.fixture(params=["http", "file"])
def base(request):
    """The address of the site: on a server, then on a disk."""
    if request.param == "http":
        return request.getfixturevalue("server")
    return request.getfixturevalue("offline_site").as_uri() + "/"


@pytest.fixture(scope="module")
def known_site(program, tmp_path_factory):
    """The folder of the site built by a lab that knows where it will publish it."""
    output = tmp_path_factory.mktemp("known") / "output"
    command = [program, "build", "--base-url", ADDRESS, "--source", REPOSITORY, "--output", output]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return output


@pytest.fixture(scope="module")
def known_server(known_site, tmp_path_factory):
    with nginx(known_site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def go(page, base, fragment=""):
    page.goto("about:blank")
    page.goto(address_of(base, (CARDS, None)) + fragment)
    # The tool comes with the first gesture of the reader, if the address holds no choice.
    page.mouse.move(7, 7)
    page.mouse.move(9, 9)
    expect(page.locator("[data-choix]")).to_be_visible()


def gather(page, base, names):
    go(page, base, "#ajouter=" + ",".join(f"methodes/{name}" for name in names))
    wait_for_faces(page, 2 * len(names))


def wait_for_faces(page, count):
    expect(page.locator(".planche .face")).to_have_count(count)
    expect(page.locator("[data-partie-planches]")).not_to_have_class(re.compile("en-attente"))


def print_page(page, file):
    """Prints the page as paper has it."""
    page.emulate_media(media="print")
    paper = print_shown(page, file)
    page.emulate_media(media="null")
    return paper


def chosen(page):
    return page.locator("[data-liste] li span").all_inner_texts()


def methods():
    return [sheet for sheet in catalogue()["sheets"]
            if sheet["type"] == "methode" and "translation_of" not in sheet]


def pictures(file, folder, resolution=200):
    """The pages of a PDF as pictures."""
    run("pdftoppm", "-r", str(resolution), "-png", file, folder / "page")
    return [cv2.imread(str(path)) for path in sorted(folder.glob("page-*.png"))]


def decode(picture):
    """The texts of the QR codes of the four cards of a page, as a phone held over each reads them."""
    down, across = picture.shape[0] // 2, picture.shape[1] // 2
    quarters = [picture[y:y + down, x:x + across] for y in (0, down) for x in (0, across)]
    texts = [cv2.QRCodeDetector().detectAndDecode(quarter)[0] for quarter in quarters]
    return sorted(text for text in texts if text)


# Gathering -------------------------------------------------------------------------------------


def test_cards_are_gathered_from_a_sheet_in_one_tab(page, base):
    page.goto(address_of(base, ("methodes/world-cafe/", None)))
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Ajouter à mes cartes").click()
    cards = opened.value
    expect(cards.locator("[data-liste] li")).to_have_count(1)
    page.goto(address_of(base, ("methodes/personas/", None)))
    page.get_by_role("link", name="Ajouter à mes cartes").click()
    expect(cards.locator("[data-liste] li")).to_have_count(2)
    assert chosen(cards) == ["World Café", "Personas"]
    assert "#c1." in cards.url
    cards.close()


def test_the_catalogue_gives_all_that_its_filters_leave(page, base):
    page.goto(address_of(base, ("methodes/", None)))
    page.locator(".filtre", has_text="But").first.locator("summary").first.click()
    page.locator("[name=but]").first.check()
    page.locator(".filtre", has_text="But").first.locator("summary").first.click()
    shown = page.locator("[data-resultats] .carte h3").all_inner_texts()
    assert 1 < len(shown) < len(methods())
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Cartes et livret de cette liste").click()
    cards = opened.value
    expect(cards.locator("[data-liste] li")).to_have_count(len(shown))
    assert chosen(cards) == shown
    cards.close()


def test_one_card_of_the_catalogue_is_gathered(page, server):
    page.goto(address_of(server, ("methodes/", None)))
    card = page.locator(".carte", has_text="Photolangage").first
    with page.context.expect_page() as opened:
        card.get_by_role("link", name="Ajouter à mes cartes").click()
    expect(opened.value.locator("[data-liste] li")).to_have_text(re.compile("Photolangage"))
    opened.value.close()


def test_the_address_holds_the_choice_whole(page, base):
    gather(page, base, FIVE)
    page.locator("[value=livret]").check()
    page.locator("[name=titre]").fill("Été « à nous »")
    page.locator("[name=titre]").press("Tab")
    titles, fragment = chosen(page), page.url[page.url.index("#"):]
    go(page, base, fragment)
    assert chosen(page) == titles
    assert page.locator("[name=titre]").input_value() == "Été « à nous »"
    assert page.locator("[value=livret]").is_checked()
    assert page.locator("[data-etat]").inner_text() == ""


@pytest.mark.parametrize("fragment, says", [
    ("#c1.00000000.W10", "coupée"), ("#c2.00000000.W10", "autre version"),
    ("#c1." + "a" * 30_000, "trop longue"), ("#d1.00000000.W10", "coupée"),
    ("#ajouter=methodes/partie", "Aucune carte"), ("#ajouter=%E0%A4", "Aucune carte"),
])
def test_a_bad_address_says_so(page, server, fragment, says):
    go(page, server, fragment)
    expect(page.locator("[data-etat]")).to_contain_text(says)
    assert chosen(page) == []
    assert page.locator(".planche").count() == 0


@pytest.mark.parametrize("value, says", [
    (["autre", "", 0, []], "impossible"), (["livret", "a" * 121, 0, []], "impossible"),
    (["cartes", "", 0, [1]], "impossible"), (["cartes", "", 0, ["x"] * 401], "impossible"), (None, "impossible"),
    (["cartes", "", 0, ["methodes/partie"]], "ne sont plus"),
])
def test_a_forged_address_takes_nothing(page, server, value, says):
    go(page, server)
    page.wait_for_function("() => window.ArchipelCalculs")
    fragment = page.evaluate("(value) => ArchipelCalculs.emballer('c', value)", value)
    go(page, server, "#" + fragment)
    expect(page.locator("[data-etat]")).to_contain_text(says)
    assert chosen(page) == []


def test_nothing_is_kept_before_the_reader_asks(page, server):
    size = "localStorage.length + sessionStorage.length + document.cookie.length"
    gather(page, server, FIVE[:2])
    assert page.evaluate(size) == 0
    page.locator("[data-garder]").check()
    go(page, server)
    assert chosen(page) == ["World Café", "Carte d’empathie"]
    page.locator("[data-garder]").uncheck()
    assert page.evaluate(size) == 0


def test_the_choice_is_changed_by_keyboard_alone(page, server):
    gather(page, server, FIVE[:3])
    page.locator("[data-geste=monter]").nth(2).focus()
    press(page, "Enter")
    assert chosen(page) == ["World Café", "Forum ouvert", "Carte d’empathie"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Monter : Forum ouvert"
    page.locator("[data-geste=retirer]").first.focus()
    press(page, "Enter")
    assert chosen(page) == ["Forum ouvert", "Carte d’empathie"]
    assert page.evaluate("document.activeElement.dataset.geste") == "retirer"
    expect(page.locator("[data-etat]")).to_have_text("Retiré\u00a0: World Café.")
    page.locator("[data-vider]").focus()
    press(page, "Enter")
    assert chosen(page) == [] and "#" not in page.url


# Printing --------------------------------------------------------------------------------------


def test_cards_print_four_to_a_sheet_then_their_backs(page, base, tmp_path):
    gather(page, base, FIVE)
    paper = print_page(page, tmp_path / "cartes.pdf")
    assert (paper.pages, paper.size) == (4, A4)
    fronts, backs = paper.text.split("\f")[:2]
    rows = [line for line in fronts.split("\n") if "World Café" in line or "Forum ouvert" in line]
    assert re.search("World Café.*Carte d’empathie", fronts)
    assert re.search("Forum ouvert.*Personas", fronts) and len(rows) == 2
    # A sheet that is turned on its long edge has its back the other way round.
    assert re.search("Carte d’empathie.*World Café", backs) and re.search("Personas.*Forum ouvert", backs)
    assert backs.count("CC BY-SA") + backs.count("CC\u00a0BY-SA") >= 1
    assert "Ajouter" not in paper.text and "Aller au contenu" not in paper.text


def test_one_card_alone_fills_its_page(page, server, tmp_path):
    gather(page, server, FIVE[:1])
    paper = print_page(page, tmp_path / "seule.pdf")
    assert (paper.pages, paper.size) == (2, A6)
    page.locator("[name=perdu]").check()
    wait_for_faces(page, 2)
    bled = print_page(page, tmp_path / "perdu.pdf")
    # 6 mm more on each side: the bleed, and room for the marks.
    assert (bled.pages, bled.size) == (2, (332, 454))


def test_the_bleed_goes_three_millimetres_past_the_cut(page, server, tmp_path):
    gather(page, server, FIVE[:4])
    page.locator("[name=perdu]").check()
    wait_for_faces(page, 8)
    paper = print_page(page, tmp_path / "perdu.pdf")
    assert (paper.pages, paper.size) == (2, A4)
    front = pictures(tmp_path / "perdu.pdf", tmp_path)[0]
    millimetre = 200 / 25.4
    # The first card is cut 9 mm from the left edge and 12.5 mm from the top; its band starts 3 mm before.
    left, top = (210 - 2 * 96 - 6) / 2, (297 - 2 * 136 - 6) / 2
    colour = lambda x, y: front[int(y * millimetre), int(x * millimetre)].tolist()
    assert colour(left + 0.6, top + 5) == colour(left + 30, top + 5) != [255, 255, 255]
    assert colour(left - 0.6, top + 8) == [255, 255, 255]


def test_no_face_hides_a_word(page, server, figures):
    go(page, server)
    page.locator("[data-toutes]").click()
    wait_for_faces(page, 2 * len(methods()))
    for way in ["cartes", "livret"]:
        page.locator(f"[value={way}]").check()
        wait_for_faces(page, 2 * len(methods()))
        page.locator("[data-planches]").evaluate("(place) => place.classList.add('planches-mesure')")
        assert page.locator(".face").evaluate_all(HIDDEN) == []
        cut = page.locator(".face-suite:not([hidden])").count()
        figures.append(f"cards: {way}: {cut} of {len(methods())} say that their sheet has more")
        assert cut <= 6


def test_the_booklet_has_a_cover_contents_and_page_numbers(page, base, tmp_path):
    names = [sheet["url"].rstrip("/").split("/")[-1] for sheet in methods()][:25]
    gather(page, base, names)
    page.locator("[value=livret]").check()
    page.locator("[name=titre]").fill("Nos vingt-cinq")
    page.locator("[name=titre]").press("Tab")
    wait_for_faces(page, 50)
    paper = print_page(page, tmp_path / "livret.pdf")
    pages = paper.text.split("\f")[:-1]
    assert paper.size == A5 and paper.pages == len(pages)
    assert "Nos vingt-cinq" in pages[0] and "25 fiches" in pages[0]
    contents = page.locator(".page-sommaire li").evaluate_all(
        "(items) => items.map((item) => [item.children[0].textContent, Number(item.children[1].textContent)])")
    assert len(contents) == 25
    plain = lambda text: " ".join(text.split())
    for title, number in contents:
        # Each starts on the left, on the page that the contents name and that bears that number.
        assert number % 2 == 0
        assert plain(title)[:14] in plain(pages[number - 1]), title
        assert pages[number - 1].split()[-1] == str(number)
    assert len(pages) == contents[-1][1] + 1


def test_each_back_has_a_code_that_leads_to_its_sheet(page, known_server, tmp_path):
    gather(page, known_server, FIVE[:4])
    page.wait_for_function("() => [...document.querySelectorAll('.face img')].every((image) => image.complete)")
    print_page(page, tmp_path / "cartes.pdf")
    fronts, backs = pictures(tmp_path / "cartes.pdf", tmp_path, 300)
    assert decode(fronts) == []
    assert decode(backs) == sorted(f"{ADDRESS}methodes/{name}/" for name in FIVE[:4])


def test_every_code_reads_as_the_address_of_its_sheet(known_site, browser, figures):
    """Drawn as large as on a card: 19 mm, at 300 dots to an inch."""
    codes = sorted(known_site.glob("**/qr.svg"))
    assert len(codes) >= len(methods())
    with open_context(browser, device_scale_factor=300 / 96) as context:
        page = context.new_page()
        page.set_viewport_size({"width": 120, "height": 120})
        for code in codes:
            page.set_content(f"<style>svg {{ width: 19mm }}</style>{code.read_text(encoding='utf-8')}")
            picture = cv2.imdecode(
                numpy.frombuffer(page.screenshot(), "uint8"), cv2.IMREAD_COLOR)
            text, _, _ = cv2.QRCodeDetector().detectAndDecode(picture)
            assert text == ADDRESS + code.parent.relative_to(known_site).as_posix() + "/", code
    figures.append(f"cards: {len(codes)} QR codes read back")


def test_a_site_without_an_address_has_no_code_and_says_so(page, server, site):
    assert list(site.glob("**/qr.svg")) == []
    gather(page, server, FIVE[:1])
    assert page.locator(".face img").count() == 0
    assert "Les codes QR manquent" in page.locator("[data-choix]").inner_text()


# Canvases --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name, sizes", [
    ("carte-d-empathie", (LANDSCAPE, A3)), ("compte-rendu-de-groupe", (A4, (842, 1191)))])
def test_a_canvas_prints_alone_on_a4_and_a3(page, base, tmp_path, name, sizes):
    page.goto(address_of(base, (f"canevas/{name}/", None)))
    for value, size in zip(["a4", "a3"], sizes):
        page.locator(f"[value={value}]").check()
        paper = print_page(page, tmp_path / f"{value}.pdf")
        assert (paper.pages, paper.size) == (1, size)
        assert "Ce que chaque zone demande" not in paper.text


def test_a_canvas_is_told_in_words(page, server):
    page.goto(address_of(server, ("canevas/carte-d-empathie/", None)))
    told = page.locator(".canevas img").get_attribute("alt")
    zones = page.locator("#zones + dl dt").all_inner_texts()
    assert len(zones) == 7 and all(zone in told for zone in zones) and "7 zones" in told


def test_a_canvas_is_black_and_white(page, server, tmp_path):
    page.goto(address_of(server, ("canevas/persona/", None)))
    print_page(page, tmp_path / "persona.pdf")
    picture = pictures(tmp_path / "persona.pdf", tmp_path, 60)[0].astype(int)
    assert abs(picture[:, :, 0] - picture[:, :, 2]).max() <= 3
    # Most of it is left to write on.
    assert (picture.min(axis=2) > 250).mean() > 0.9


@pytest.mark.parametrize("canvas", ["carte-d-empathie", "persona", "compte-rendu-de-groupe", "une-journee-de-2041"])
def test_no_word_of_a_canvas_leaves_its_zone(page, server, canvas):
    page.goto(address_of(server, (f"canevas/{canvas}/canevas.svg", None)))
    strays = page.evaluate("""() => {
      const boxes = [...document.querySelectorAll("rect[x]")].map((rect) => rect.getBBox());
      return [...document.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()])
        .filter(([, box]) => {
          const zone = boxes.find((zone) => box.x > zone.x && box.x < zone.x + zone.width && box.y > zone.y && box.y < zone.y + zone.height);
          const edge = zone ?? { x: 0, y: 0, width: Infinity, height: Infinity };
          return box.x + box.width > edge.x + edge.width || box.y + box.height > edge.y + edge.height;
        }).map(([text]) => text);
    }""")
    assert strays == []


def test_a_method_shows_its_canvas_first_and_prints_it_last(page, server, tmp_path):
    page.goto(address_of(server, ("methodes/carte-empathie/", None)))
    link = page.locator(".a-imprimer a")
    assert link.bounding_box()["y"] < page.locator("#champ-etapes").bounding_box()["y"]
    paper = print_page(page, tmp_path / "methode.pdf")
    assert "Dit et fait" in paper.text.split("\f")[-2]
    assert paper.pages == 3
    link.click()
    assert page.locator("h1").inner_text() == "Canevas de carte d’empathie"
    page.locator(".relations a", has_text="Carte d’empathie").click()
    assert page.locator("h1").inner_text() == "Carte d’empathie"


# Everywhere ------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_choice(browser, server, scheme):
    with open_context(browser, color_scheme=scheme) as context:
        page = context.new_page()
        gather(page, server, FIVE)
        assert violations_at([320, 1280], page) == {}
        page.locator("[value=livret]").check()
        wait_for_faces(page, 10)
        assert violations_at([320, 1280], page) == {}
        page.goto(address_of(server, ("canevas/persona/", None)))
        assert violations_at([320, 1280], page) == {}


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_is_wider_than_the_screen(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    gather(page, server, FIVE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(address_of(server, ("canevas/persona/", None)))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_a_small_script(figures):
    weight = len(gzip.compress((REPOSITORY / "themes/ti/assets/cartes.js").read_bytes(), 9))
    figures.append(f"cartes.js: {weight / 1000:.1f} kB gzip")
    assert weight <= 15_000


def test_without_a_script_the_page_prints_every_card(browser, server, tmp_path):
    with open_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address_of(server, (CARDS, None)))
        assert "il faut JavaScript" in page.locator("main").inner_text()
        assert print_page(page, tmp_path / "toutes.pdf").pages == math.ceil(len(methods()) / 4)
