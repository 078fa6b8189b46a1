"""The guide as a book: an EPUB that checkers take, a PDF that assistive tools read, and what both say."""

import os
import re
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree, html

from patience import PATIENCE
from published import REPOSITORY
from servers import nginx
from visits import open_context

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
TYPE = "{http://www.idpf.org/2007/ops}type"
ADDRESS = "https://exemple.bzh/communs/"
A4 = (595, 842)


def make(program, folder, *arguments, path=None):
    environment = os.environ | ({"PATH": path} if path else {})
    command = [program, "book", "--source", REPOSITORY, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=4 * PATIENCE)


@pytest.fixture(scope="module")
def folder(program, tmp_path_factory):
    """The book of the methods, in both forms."""
    folder = tmp_path_factory.mktemp("book")
    done = make(program, folder, "methodes", "--base-url", ADDRESS, "--output", "guide")
    assert done.returncode == 0, done.stderr
    assert "guide.epub" in done.stdout and "guide.pdf" in done.stdout
    return folder


@pytest.fixture(scope="module")
def book(folder):
    with zipfile.ZipFile(folder / "guide.epub") as archive:
        yield archive


@pytest.fixture(scope="module")
def package(book):
    return etree.fromstring(book.read("EPUB/livre.opf"))


@pytest.fixture(scope="module")
def documents(book):
    """The documents of the book, read as XML."""
    return {name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}


@pytest.fixture(scope="module")
def pdf(folder):
    with pikepdf.open(folder / "guide.pdf") as file:
        yield file


def text_of(pdf_file):
    return subprocess.run(
        ["pdftotext", "-layout", pdf_file, "-"], capture_output=True, text=True, check=True).stdout


# EPUB -------------------------------------------------------------------------------------------


def epubcheck(file):
    return subprocess.run(
        ["java", "-jar", "/usr/share/java/epubcheck.jar", file], capture_output=True, text=True, timeout=4 * PATIENCE)


def test_epubcheck_finds_neither_error_nor_warning(folder, figures):
    checked = epubcheck(folder / "guide.epub")
    said = checked.stdout + checked.stderr
    assert checked.returncode == 0, said
    assert "ERROR" not in said and "WARNING" not in said, said
    figures.append(f"book: methods: EPUB {(folder / 'guide.epub').stat().st_size} bytes")


def test_the_whole_site_makes_a_book_that_epubcheck_takes(program, tmp_path):
    done = make(program, tmp_path, "--output", "site.epub")
    assert done.returncode == 0, done.stderr
    checked = epubcheck(tmp_path / "site.epub")
    said = checked.stdout + checked.stderr
    assert checked.returncode == 0 and "ERROR" not in said and "WARNING" not in said, said


def test_the_same_book_has_the_same_bytes(program, tmp_path):
    for name in ["a.epub", "b.epub"]:
        assert make(program, tmp_path, "world-cafe", "forum-ouvert", "--output", name).returncode == 0
    assert (tmp_path / "a.epub").read_bytes() == (tmp_path / "b.epub").read_bytes()


def test_the_type_of_the_file_comes_first_and_as_it_is(book):
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"
    assert book.testzip() is None


def test_who_cannot_read_print_is_told_what_the_book_offers(package):
    """Ace: metadata-accessmode, metadata-accessmodesufficient, metadata-accessibilityfeature…"""
    said = {}
    for meta in package.iterfind("opf:metadata/opf:meta", OPF):
        said.setdefault(meta.get("property"), set()).add(meta.text)
    assert said["schema:accessMode"] == {"textual", "visual"}
    assert said["schema:accessModeSufficient"] == {"textual"}
    assert {"alternativeText", "tableOfContents", "readingOrder"} <= said["schema:accessibilityFeature"]
    assert said["schema:accessibilityHazard"] == {"none"}
    assert "pas été audité" in said["schema:accessibilitySummary"].pop()
    assert "dcterms:conformsTo" not in said


def test_sheets_named_one_by_one_are_a_part_without_a_title(program, tmp_path):
    done = make(program, tmp_path, "World Café", "le-lab", "--output", "choix.epub")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "choix.epub") as book:
        contents = etree.fromstring(book.read("EPUB/sommaire.xhtml"))
        names = book.namelist()
    lines = ["".join(line.itertext()).strip() for line in contents.iter(f"{XHTML}a", f"{XHTML}span")]
    assert lines and all(lines) and "World Café" in lines
    assert "EPUB/partie-1.xhtml" not in names and "EPUB/partie-2.xhtml" in names


def test_a_picture_without_a_word_claims_no_alternatives(program, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "archipel.yaml").write_text("title: Lab\n")
    (tmp_path / "content/index.md").write_text("Bonjour.\n")
    (tmp_path / "content/plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    for words, claims in [("", False), ("Le plan", True)]:
        (tmp_path / "content/a.md").write_text(f"# Le café\n\n![{words}](plan.svg)\n")
        done = subprocess.run(
            [program, "book", "a", "--source", tmp_path, "--output", tmp_path / "a.epub"],
            capture_output=True, text=True, timeout=PATIENCE)
        assert done.returncode == 0, done.stderr
        with zipfile.ZipFile(tmp_path / "a.epub") as book:
            assert (b"alternativeText" in book.read("EPUB/livre.opf")) == claims
            index = etree.fromstring(book.read("EPUB/index.xhtml"))
    assert index.findtext(f".//{XHTML}h2") == "C"


def test_the_package_names_its_title_terms_and_cover(package):
    metadata = package.find("opf:metadata", OPF)
    assert metadata.findtext("dc:title", namespaces=OPF) == "Méthodes"
    assert metadata.findtext("dc:language", namespaces=OPF) == "fr"
    assert metadata.findtext("dc:rights", namespaces=OPF) == "CC BY-SA 4.0"
    cover = package.xpath("//opf:item[@properties='cover-image']", namespaces=OPF)
    assert [item.get("media-type") for item in cover] == ["image/png"]


def test_each_document_has_a_title_a_language_and_ranked_headings(documents):
    for name, document in documents.items():
        assert document.findtext(f"{XHTML}head/{XHTML}title"), name
        assert document.get("lang") == document.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
        ranks = [int(element.tag[-1]) for element in document.iter() if re.search(r"}h[1-6]$", str(element.tag))]
        if "couverture" in name:
            continue
        assert ranks[0] == 1, name
        assert all(after - before <= 1 for before, after in zip(ranks, ranks[1:])), (name, ranks)


def test_pictures_keep_their_alternatives_and_are_there_once(book, documents):
    shown = [image for document in documents.values() for image in document.iter(f"{XHTML}img")]
    assert len(shown) > 10
    assert all(image.get("alt") is not None for image in shown)
    names = {name.removeprefix("EPUB/") for name in book.namelist()}
    assert {image.get("src") for image in shown} <= names
    contents = [book.read(name) for name in book.namelist() if name.startswith("EPUB/images/")]
    assert len(contents) == len(set(contents))


def test_links_lead_within_the_book_and_else_to_the_site(documents):
    places = {name.removeprefix("EPUB/"): set(document.xpath("//@id")) for name, document in documents.items()}
    inside = outside = 0
    for name, document in documents.items():
        for address in document.xpath("//*[local-name()='a']/@href"):
            if address.startswith("http"):
                outside += address.startswith(ADDRESS)
                continue
            file, _, place = address.partition("#")
            assert file in places and (not place or place in places[file]), (name, address)
            inside += 1
    assert inside > 100 and outside > 10


def test_typed_fields_are_laid_out(documents):
    chapter = next(document for document in documents.values() if document.xpath("//*[local-name()='h1' and .='World Café']"))
    words = " ".join("".join(chapter.itertext()).split())
    for expected in ["Durée", "1 h 30 – 2 h 30", "12 – 120 personnes", "Nappe en papier", "Accueillir et cadrer", "Points de vigilance"]:
        assert expected.replace(" ", "\u202f") in words or expected in words.replace("\u202f", " "), expected
    for unwanted in ["Ajouter à mes cartes", "Imprimer", "Sur cette page", "Pages qui en parlent"]:
        assert unwanted not in words


def test_the_credits_name_every_sheet_with_its_licence(documents):
    credits = documents["EPUB/credits.xhtml"]
    chapters = [name for name in documents if "/fiche-" in name]
    lines = credits.findall(f".//{XHTML}li")
    assert len(lines) == len(chapters) > 50
    assert all(line.xpath(".//*[@rel='license']") for line in lines)


def test_axe_finds_nothing_in_the_documents(folder, browser, tmp_path, figures):
    """What Ace checks in each document with the same engine; a sample of each kind."""
    with zipfile.ZipFile(folder / "guide.epub") as archive:
        archive.extractall(tmp_path)
    names = ["sommaire", "credits", "index", "couverture"] + [f"fiche-{number}" for number in range(1, 60, 6)]
    with open_context(browser) as context:
        page = context.new_page()
        for name in names:
            page.goto((tmp_path / "EPUB" / f"{name}.xhtml").as_uri())
            # A document of a book has no landmark of a page.
            found = Axe().run(page, options={"rules": {"region": {"enabled": False}, "landmark-one-main": {"enabled": False}, "page-has-heading-one": {"enabled": name != "couverture"}}})
            assert found.violations_count == 0, (name, found.generate_report())


# PDF --------------------------------------------------------------------------------------------


def test_the_pdf_is_tagged_in_its_language_with_a_title(pdf):
    root = pdf.Root
    assert root.MarkInfo.Marked
    assert "/StructTreeRoot" in root
    assert str(root.Lang).startswith("fr")
    assert str(pdf.docinfo["/Title"]) == "Méthodes"
    assert root.ViewerPreferences.DisplayDocTitle


def test_the_pdf_says_who_made_it_and_on_which_terms(pdf, package):
    about = {name: str(value) for name, value in pdf.docinfo.items()}
    assert about["/Title"] == "Méthodes" and about["/Author"] == "Ti Lab"
    assert about["/Subject"].startswith("Ce livre rassemble ") and about["/Creator"] == "Archipel"
    assert "Skia" in about["/Producer"]
    with pdf.open_metadata() as said:
        assert said["dc:title"] == about["/Title"]
        assert said["dc:creator"] == [about["/Author"]]
        assert said["dc:language"] == {"fr"}
        assert said["dc:description"] == about["/Subject"]
        assert said["dc:rights"].startswith("CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/")
        assert said["xmpRights:WebStatement"].startswith("https://creativecommons.org/licenses/by-sa/4.0/")
        assert said["xmp:CreatorTool"] == about["/Creator"] and said["pdf:Producer"] == about["/Producer"]
        # The same work as the EPUB.
        assert said["dc:identifier"] == package.findtext("opf:metadata/dc:identifier", namespaces=OPF)
        # Nobody has audited it.
        assert not said.pdfa_status and "pdfuaid" not in str(said)
        assert said["xmp:CreateDate"][:10].replace("-", "") == about["/CreationDate"][2:10]


def test_the_pdf_is_whole(pdf):
    assert pdf.check_pdf_syntax() == []


def test_the_pdf_has_a_bookmark_for_each_sheet(pdf, documents):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    chapters = [name for name in documents if "/fiche-" in name]
    assert titles[0] == "Sommaire"
    assert {"World Café", "Index", "Crédits et licences", "Cartes à découper"} <= set(titles)
    assert len(titles) >= len(chapters) + 4


def test_the_contents_and_the_index_say_the_right_pages(folder, pdf):
    pages = text_of(folder / "guide.pdf").split("\f")
    numbers = [page.index for page in pdf.pages]
    said = dict(re.findall(r"(World Café|Forum ouvert|Vote pondéré)\s+(\d+)\n", "\n".join(pages[1:5])))
    assert len(said) == 3
    for title, number in said.items():
        assert title in pages[int(number) - 1].strip().splitlines()[0], (title, number)
        # The number at the foot of a page is the same.
        assert pages[int(number) - 1].rstrip().endswith(number)
    assert len(numbers) > 150


@pytest.fixture(scope="module")
def pages_of_prose(program, tmp_path_factory):
    """Pages of sheets without typed fields, long and short, and of canvases."""
    folder = tmp_path_factory.mktemp("prose")
    done = make(program, folder, "fondamentaux", "canevas", "--no-cards", "--base-url", ADDRESS, "--output", "prose.pdf")
    assert done.returncode == 0, done.stderr
    # The credits of the whole come last, and may go on.
    pages = text_of(folder / "prose.pdf").split("\f")
    last = next(number for number, page in enumerate(pages) if page.strip().startswith("Crédits et licences"))
    assert last > 40
    return pages[:last]


def test_no_page_holds_nothing_but_credits(folder, pages_of_prose):
    # The line that credits a sheet, and the works that it builds on, follow something of the sheet.
    for page in text_of(folder / "guide.pdf").split("\f") + pages_of_prose:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        if lines and any(re.search(r", CC BY-SA 4\.0$", line) for line in lines):
            assert lines[0] != "Crédits" and not lines[0].endswith(", CC BY-SA 4.0"), lines[:3]


def test_the_cards_are_four_on_a_sheet_and_hide_no_word(folder, pdf):
    sizes = {tuple(round(float(length)) for length in page.mediabox[2:]) for page in pdf.pages}
    assert sizes == {A4}
    text = text_of(folder / "guide.pdf")
    cards = text.split("Cartes à découper")[-1].split("\f")[1:]
    assert len(cards) >= 24
    assert "Récolter ensemble" in text.split("Cartes à découper")[-1]


def test_what_a_page_sets_apart_by_its_place_is_in_brackets(folder):
    text = text_of(folder / "guide.pdf")
    assert re.search(r"\(\d+ par groupe\)", text)
    assert re.search(r"\(préparation : [^)]+\)", text) and re.search(r"\(idéalement \d+\)", text)


def test_fonts_are_in_the_file(folder):
    said = subprocess.run(["pdffonts", folder / "guide.pdf"], capture_output=True, text=True, check=True).stdout
    assert all(" yes " in line for line in said.splitlines()[2:])


# What is chosen ---------------------------------------------------------------------------------


def titles(file):
    with zipfile.ZipFile(file) as archive:
        contents = etree.fromstring(archive.read("EPUB/sommaire.xhtml"))
    toc = contents.xpath("//*[local-name()='nav'][1]//*[local-name()='a']")
    return ["".join(link.itertext()) for link in toc][:-2]


def test_a_list_makes_parts(program, tmp_path):
    (tmp_path / "stage.txt").write_text("# Ouvrir\nWorld Café\n\n# Décider\nvote-pondere\n", encoding="utf-8")
    done = make(program, tmp_path, "--list", "stage.txt", "--output", "stage.epub")
    assert done.returncode == 0, done.stderr
    assert titles(tmp_path / "stage.epub") == ["Ouvrir", "World Café", "Décider", "Vote pondéré"]


def test_a_tag_makes_a_book(program, tmp_path):
    done = make(program, tmp_path, "--tag", "facilitation", "--output", "a.epub")
    assert done.returncode == 0, done.stderr
    assert "World Café" in titles(tmp_path / "a.epub")


def test_the_address_of_a_choice_of_cards_makes_a_book(program, server, browser, tmp_path):
    with open_context(browser) as context:
        page = context.new_page()
        page.goto(f"{server}methodes/cartes/#ajouter=methodes/world-cafe,methodes/forum-ouvert")
        page.wait_for_function("location.hash.startsWith('#c1.')")
        address = page.url
    done = make(program, tmp_path, address, "--output", "mes-cartes.epub")
    assert done.returncode == 0, done.stderr
    assert titles(tmp_path / "mes-cartes.epub") == ["World Café", "Forum ouvert"]


@pytest.mark.parametrize("arguments, said", [
    (["methodess"], "vouliez-vous dire « methodes »"),
    (["--tag", "facilitacion"], "vouliez-vous dire « facilitation »"),
    (["#c1.00000000.WyJh"], "a été coupée"),
])
def test_what_names_nothing_is_told_and_nothing_is_written(program, tmp_path, arguments, said):
    done = make(program, tmp_path, *arguments, "--output", "a.epub")
    assert done.returncode == 1
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_line_of_a_list_is_told(program, tmp_path):
    (tmp_path / "stage.txt").write_text("World Café\nWorld Caffè\n", encoding="utf-8")
    done = make(program, tmp_path, "--list", "stage.txt", "--output", "a.epub")
    assert done.returncode == 1
    assert "stage.txt:2:1" in done.stderr


def test_without_chromium_a_page_takes_the_place_of_the_pdf(program, tmp_path):
    empty = tmp_path / "bin"
    empty.mkdir()
    done = make(program, tmp_path, "world-cafe", "--output", "a", path=str(empty))
    assert done.returncode == 0, done.stderr
    assert "apt install chromium" in done.stdout
    assert (tmp_path / "a.epub").is_file() and not (tmp_path / "a.pdf").exists()
    page = html.parse(str(tmp_path / "a.html"))
    sources = page.xpath("//img/@src")
    assert sources and all((tmp_path / source).is_file() for source in sources)
    alone = make(program, tmp_path, "world-cafe", "--output", "b.pdf", path=str(empty))
    assert alone.returncode == 2
    assert "Chromium n’est pas installé" in alone.stderr
