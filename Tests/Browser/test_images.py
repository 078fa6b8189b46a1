"""What a browser loads of a picture, and that the page does not move while it comes."""

import re
import struct
import subprocess
import zlib

import pytest

import servers

WIDTH, HEIGHT = 1800, 900
# Longer than what browsers fetch ahead, which is more where they find the network slow.
LONG = "\n\n".join(["Un paragraphe avant l’image suivante."] * 400)
SHEET = f"""---
titre: Une salle
---

![La salle, vue de la porte](salle.png)

{LONG}

![La même, de la fenêtre](fenetre.png)

[Le plan d’origine](plan.png)
"""
SHOWN = "() => [...document.querySelectorAll('main img')].every((image) => image.complete)"
# Adds up how far the content of the page has moved, as the browser's own measure has it. What was
# measured already comes at the first turn, a move of our own after it.
SHIFT = """(move) => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => {
    if (move) document.querySelector("main").before(document.createElement("hr"));
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
  });
})"""


def png(red):
    """A picture of stripes, as a PNG file."""
    row = b"\0" + b"".join(bytes((red, x % 256, 90)) for x in range(WIDTH))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(row * HEIGHT)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks)


@pytest.fixture(scope="module")
def gallery(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery")
    content = folder / "content"
    content.mkdir()
    (content / "salle.md").write_text(SHEET, encoding="utf-8")
    for name, red in [("salle", 200), ("fenetre", 40), ("plan", 120)]:
        (content / f"{name}.png").write_bytes(png(red))
    subprocess.run([program, "build", "--source", folder], check=True, capture_output=True)
    with servers.nginx(folder / "output", folder) as address:
        yield folder / "output", address


def visit(context, address, width):
    """Opens the page in a browser that has never seen it; gives the page and what it asked for."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + "salle/", wait_until="networkidle")
    return page, [name for name in asked if re.search(r"\.(png|webp)$", name)]


def test_a_page_loads_a_derived_file_of_the_width_it_shows(fresh_context, gallery):
    _, address = gallery
    (narrow,) = visit(fresh_context, address, 320)[1]
    assert "480" in narrow and narrow.endswith(".webp")


def test_a_wide_page_loads_a_wider_file_and_none_is_enlarged(fresh_context, gallery):
    _, address = gallery
    page, asked = visit(fresh_context, address, 1280)
    assert asked and all(name.endswith(".webp") and "480" not in name for name in asked)
    for image in page.locator("main img").all():
        assert image.get_attribute("alt")
        width, height = (int(image.get_attribute(name)) for name in ["width", "height"])
        assert (width <= WIDTH) and width / height == WIDTH / HEIGHT
        assert not re.search(r"(1[89]|[2-9]\d)\d\dw", image.get_attribute("srcset"))


def test_a_picture_further_down_waits_until_it_is_near(fresh_context, gallery):
    _, address = gallery
    page, asked = visit(fresh_context, address, 320)
    assert len(asked) == 1
    with page.expect_request(re.compile(r"\.webp$")):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")


def test_nothing_moves_while_pictures_come(fresh_context, gallery):
    _, address = gallery
    page, _ = visit(fresh_context, address, 320)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function(SHOWN)
    assert page.evaluate(SHIFT) < 0.01
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate(SHIFT, True) > 0.01, "a move is seen"


def test_an_original_is_published_when_it_is_linked_alone(gallery):
    output, _ = gallery
    assert [file.name for file in output.rglob("*.png")] == ["plan.png"]
