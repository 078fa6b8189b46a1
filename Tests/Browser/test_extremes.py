"""Pages stay legible whatever people write: very long, very wide, very deep, from right to left."""

import subprocess

import pytest

import servers
from patience import PATIENCE
from test_layout import OVERFLOW
from visits import address_of, open_context

WORD = "anticonstitutionnellement" * 3 + "é" * 5  # 80 letters
TITLE = ("Une très longue question que personne n’a encore su raccourcir " * 5)[:300]
COLUMNS = range(1, 13)


def row(cells):
    return "| " + " | ".join(cells) + " |\n"


SHEETS = {
    "titre": f"---\ntitre: “{TITLE}”\nresume: “{TITLE}”\ntags: [{WORD}]\n---\n\n## {TITLE}\n\nBonjour.\n",
    "mot": f"---\ntitre: {WORD}\n---\n\n## {WORD}\n\n{WORD} et *{WORD}*.\n\n- {WORD}\n\n"
    f"> {WORD}\n\n[{WORD}](titre.md)\n\n## Ensuite\n\n## Enfin\n\n### {WORD}\n",
    "tableau": "---\ntitre: Douze colonnes\n---\n\nDes chiffres par mois :\n\n"
    + row(f"Colonne {n}" for n in COLUMNS)
    + row("---" for _ in COLUMNS)
    + row(f"Valeur numéro {n}, détaillée" for n in COLUMNS),
    "code": "---\ntitre: Quatre cents colonnes\n---\n\n```\n" + "x=1;" * 100 + "\n```\n\n`"
    + "y" * 400 + "`\n",
    "sans-titre": "Un texte sans titre ni en-tête, qui dit pourtant quelque chose de clair.\n",
    "liste": "---\ntitre: Dix niveaux\n---\n\n"
    + "".join(f"{'  ' * level}- niveau {level + 1}, avec ses mots\n" for level in range(10)),
    "arabe": "---\ntitre: مختبر الابتكار العام\nlang: ar\nresume: مرحبا بكم في البيت\n---\n\n"
    "## مقدمة\n\nهذا نص من اليمين إلى اليسار، فيه رقم 42 وكلمة Ti Lab.\n\n- أولا\n- ثانيا\n\n"
    "## ثانيا\n\n> اقتباس\n\n## ثالثا\n\nنهاية.\n",
}
# Boxes of text that lie on one another, though neither holds the other.
OVERLAPS = """() => {
  const shown = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
    const style = getComputedStyle(element);
    return [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
      && style.position !== "absolute" && !element.closest("[class*=invisible], .evitement, svg")
      && !element.closest("label") && element.checkVisibility();
  });
  const boxes = shown.flatMap((element) => {
    const range = document.createRange();
    return [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim())
      .flatMap((node) => {
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((box) => ({ box, element }));
      });
  });
  const found = [];
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (one.element === other.element || one.element.contains(other.element)
        || other.element.contains(one.element)) continue;
      const width = Math.min(one.box.right, other.box.right)
        - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom)
        - Math.max(one.box.top, other.box.top);
      // Boxes of lines may touch; what is written in them does not.
      const line = Math.min(one.box.height, other.box.height);
      if (width > 2 && height > line / 2) {
        found.push(`${one.element.textContent.slice(0, 40)} / ${other.element.textContent.slice(0, 40)}`);
      }
    }
  });
  return found;
}"""


@pytest.fixture(scope="module")
def extreme_server(program, tmp_path_factory):
    """The address of a small site where every page is too much of something."""
    source = tmp_path_factory.mktemp("extremes")
    (source / "content" / "pages").mkdir(parents=True)
    (source / "archipel.yaml").write_text("title: Essai\nlang: fr\n", encoding="utf-8")
    for name, text in SHEETS.items():
        text = text.replace("“", '"').replace("”", '"')
        (source / "content" / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
    output = source / "output"
    command = [program, "build", "--source", source, "--output", output]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    with servers.nginx(output, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def visit(page, server, name):
    page.goto(address_of(server, (f"pages/{name}/", None)))


# 320 px is 1280 px at 400 %.
@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("name", SHEETS)
def test_nothing_overflows_or_overlaps(page, extreme_server, name, width):
    page.set_viewport_size({"width": width, "height": 640})
    visit(page, extreme_server, name)
    assert page.evaluate(OVERFLOW) is None
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("path", ["", "pages/", "plan-du-site/", "a-z/", "etiquettes/"])
def test_lists_of_such_pages_hold(page, extreme_server, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address_of(extreme_server, (path, None)))
    assert page.evaluate(OVERFLOW) is None
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_overflows_without_script(plain_page, extreme_server, name):
    plain_page.set_viewport_size({"width": 320, "height": 640})
    visit(plain_page, extreme_server, name)
    assert plain_page.evaluate(OVERFLOW) is None
    assert plain_page.locator("h1").is_visible()


def test_every_page_has_a_title(page, extreme_server):
    visit(page, extreme_server, "sans-titre")
    assert page.locator("h1").inner_text().strip()
    assert "dit pourtant quelque chose" in page.locator("main").inner_text()


def test_a_wide_table_scrolls_in_its_own_box_by_keyboard(page, extreme_server):
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, extreme_server, "tableau")
    box = page.locator(".tableau")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.tableau').scrollLeft > 0")


def test_ten_levels_of_list_keep_room_for_words(page, extreme_server):
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, extreme_server, "liste")
    deepest = page.locator("main li:not(:has(li))", has_text="niveau 10").last
    assert deepest.bounding_box()["width"] >= 80


def test_arabic_reads_from_right_to_left(page, extreme_server):
    visit(page, extreme_server, "arabe")
    heading = page.locator("h1")
    assert heading.evaluate("h1 => getComputedStyle(h1).direction") == "rtl"
    box = page.locator("main blockquote").bounding_box()
    style = page.locator("main blockquote").evaluate(
        "quote => [getComputedStyle(quote).borderRightWidth, getComputedStyle(quote).borderLeftWidth]"
    )
    assert box["width"] > 0
    assert style[0] != "0px" and style[1] == "0px"


@pytest.mark.parametrize("name", SHEETS)
def test_pages_read_in_order_without_style(browser, extreme_server, name):
    with open_context(browser, viewport={"width": 320, "height": 640}) as context:
        context.route("**/*.css", lambda route: route.abort())
        page = context.new_page()
        visit(page, extreme_server, name)
        order = page.evaluate("""() => ["header", "main", "footer"].map((name) =>
          document.querySelector(`body > ${name}`).getBoundingClientRect().top)""")
        drawings = page.locator("svg").evaluate_all("all => all.map(svg => svg.clientWidth)")
    assert order == sorted(order)
    # A drawing keeps its own size when no style says another.
    assert all(width <= 64 for width in drawings)


@pytest.mark.parametrize("name", SHEETS)
def test_forced_colours_keep_what_is_seen(browser, extreme_server, name):
    screen = {"width": 320, "height": 640}
    with open_context(browser, forced_colors="active", viewport=screen) as context:
        page = context.new_page()
        visit(page, extreme_server, name)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(OVERFLOW) is None
        assert page.evaluate(OVERLAPS) == []
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
