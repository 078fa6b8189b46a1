"""The site in one archive: written to a FAT disk, unpacked elsewhere, opened without a network."""

import hashlib
import re
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from patience import PATIENCE
from published import REPOSITORY
from visits import open_context


def pack(program, source, folder, *arguments):
    command = [program, "pack", "--source", source, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=4 * PATIENCE)


@pytest.fixture(scope="module")
def archive(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    done = pack(program, REPOSITORY, folder)
    assert done.returncode == 0, done.stderr
    return folder / "ti-lab.zip"


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory):
    """The site, unpacked by another program into a folder whose name has a space and an accent."""
    folder = tmp_path_factory.mktemp("autre") / "clé USB"
    subprocess.run(["unzip", "-qq", archive, "-d", folder], check=True, timeout=PATIENCE)
    return folder / "ti-lab"


@pytest.fixture
def page(browser):
    """A page without a network, which says what it asks of one."""
    with open_context(browser) as context:
        context.set_offline(True)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        yield page
        assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_digests_hold(archive, unpacked):
    said = archive.with_name("ti-lab.zip.sha256").read_text(encoding="utf-8")
    assert said == f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  ti-lab.zip\n"
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=unpacked, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    listed = {line.split("  ", 1)[1] for line in (unpacked / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    there = {file.relative_to(unpacked).as_posix() for file in unpacked.rglob("*") if file.is_file()}
    assert listed == there - {"SHA256SUMS"}


def test_people_are_told_what_to_do(archive, unpacked):
    with zipfile.ZipFile(archive) as zipped:
        assert zipped.namelist()[0] == "ti-lab/LISEZ-MOI.txt"
    said = (unpacked / "LISEZ-MOI.txt").read_bytes().decode("utf-8")
    assert "« index.html »" in said and "CC BY-SA 4.0" in said
    assert re.search(r"tel qu’il était le \d+(er)? [a-zéû]+ 20\d\d\.", said)
    assert said.count("\r\n") == said.count("\n")
    assert not (unpacked / ".archipel-manifest").exists()


def test_the_same_site_has_the_same_bytes(program, archive, tmp_path):
    assert pack(program, REPOSITORY, tmp_path).returncode == 0
    assert (tmp_path / "ti-lab.zip").read_bytes() == archive.read_bytes()


def test_a_fat_disk_takes_every_name(unpacked, tmp_path):
    image = tmp_path / "cle.img"
    subprocess.run(["mformat", "-i", image, "-C", "-F", "-T", str(256 << 11), "::"], check=True)
    copied = subprocess.run(
        ["mcopy", "-i", image, "-s", "-Q", unpacked, "::"], capture_output=True, text=True, timeout=4 * PATIENCE)
    assert copied.returncode == 0, copied.stderr
    back = tmp_path / "retour"
    back.mkdir()
    subprocess.run(["mcopy", "-i", image, "-s", "-Q", "::/ti-lab", back], check=True, timeout=4 * PATIENCE)
    there = {file.relative_to(unpacked).as_posix(): file.read_bytes() for file in unpacked.rglob("*") if file.is_file()}
    assert {name: (back / "ti-lab" / name).read_bytes() for name in there} == there


def test_search_works_from_the_disk(unpacked, page):
    page.goto((unpacked / "recherche/index.html").as_uri() + "?q=world+cafe")
    expect(page.get_by_role("main").get_by_role("link", name="World Café").first).to_be_visible()


def test_a_questionnaire_works_from_the_disk(unpacked, page):
    page.goto((unpacked / "questionnaires/accueil/index.html").as_uri())
    for question in page.locator("fieldset.question").all():
        question.locator("input").first.check()
    expect(page.locator("[data-resultat]")).to_be_visible()


def test_the_composer_works_from_the_disk(unpacked, page):
    page.goto((unpacked / "parcours/composer/index.html").as_uri() + "#ajouter=methodes/world-cafe")
    expect(page.get_by_role("main")).to_contain_text("World Café")
    page.wait_for_function("location.hash.startsWith('#d1.')")


def site(folder, files):
    (folder / "archipel.yaml").write_text("title: Essai\nstrict: false\n", encoding="utf-8")
    for name, text in {"index.md": "# Essai\n", **files}.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_two_forms_of_an_accent_are_one_name(program, tmp_path):
    source = tmp_path / "site"
    source.mkdir()
    done = pack(program, site(source, {"\u00e9t\u00e9.txt": "x", "e\u0301te\u0301.txt": "y"}), tmp_path)
    assert done.returncode == 0
    assert "site.address-taken" in done.stderr
    with zipfile.ZipFile(tmp_path / "essai.zip") as zipped:
        assert [name for name in zipped.namelist() if name.endswith("t\u00e9.txt")] == ["essai/\u00e9t\u00e9.txt"]


@pytest.mark.parametrize("files, name, said", [
    ({"con.md": "# Con\n"}, "site.unportable-name", "con-"),
    ({"aux.txt": "x"}, "site.unportable-name", "aux-.txt"),
    ({"a:b.md": "# AB\n"}, "site.unportable-name", "a-b"),
    ({"fin..txt.": "x"}, "site.unportable-name", "fin..txt"),
    ({"Plan.txt": "x", "plan.txt": "y"}, "site.lookalike", "plan-2.txt"),
    ({"\u00e9t\u00e9.txt": "x", "\u00c9t\u00e9.txt": "y"}, "site.lookalike", "-2.txt"),
    ({"Notes.md": "# A\n", "notes.md": "# B\n"}, "site.lookalike", "notes-2"),
    ({"a" * 120 + "/" + "b" * 100 + ".txt": "x"}, "site.long-path", "200"),
])
def test_a_name_that_a_disk_refuses_prevents_it(program, tmp_path, files, name, said):
    source = tmp_path / "site"
    source.mkdir()
    done = pack(program, site(source, files), tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert name in done.stderr and said in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["site"]
