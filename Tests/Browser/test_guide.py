"""What the guide shows holds: commands, sheets, messages, and Markdown beside what it gives."""

import hashlib
import re
import shlex
import subprocess

import pytest

import guide
from patience import PATIENCE


def archipel(program, *arguments, folder=None):
    return subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, timeout=PATIENCE
    )


def told_commands():
    return [
        pytest.param(line, id=f"{page}: {line}")
        for page in guide.pages()
        for line in guide.commands(page)
        if line.startswith("archipel ")
    ]


@pytest.mark.parametrize("line", told_commands())
def test_the_program_knows_the_commands_and_their_options(program, line):
    _, command, *arguments = shlex.split(line)
    said = archipel(program, command, "--help")
    assert said.returncode == 0, said.stderr
    options = {word for word in arguments if word.startswith("--")}
    assert options <= set(re.findall(r"--[\w-]+", said.stdout))


@pytest.fixture
def lab(program, tmp_path):
    """The folder of a new site, as the guide has it."""
    folder = tmp_path / "lab"
    assert archipel(program, "init", folder).returncode == 0
    return folder


def write(lab, block):
    file = lab / block.name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block.text, encoding="utf-8")


def whole_files():
    """The files of a site that the guide gives whole, page by page."""
    found = {}
    for page in guide.pages():
        for block in guide.blocks(page):
            if block.name.startswith("content/") or block.name == "archipel.yaml":
                found.setdefault(page, []).append(block)
    return found


@pytest.mark.parametrize("page", whole_files())
def test_files_given_whole_make_a_site_without_a_finding(program, lab, page):
    for block in whole_files()[page]:
        write(lab, block)
    said = archipel(program, "check", "--strict", folder=lab)
    assert said.returncode == 0, said.stderr
    assert "0 erreur, 0 avertissement" in said.stdout


def test_a_first_sheet_goes_as_the_guide_tells(program, lab):
    page = "ecrire-une-fiche"
    created, refused, summary = [block.text for block in guide.blocks(page, "text")]
    (sheet,) = guide.blocks(page, "markdown")
    (mistake,) = guide.blocks(page, "yaml")
    new, translate = [line for line in guide.commands(page) if line.startswith("archipel new")]

    said = archipel(program, *shlex.split(new)[1:], folder=lab)
    assert said.stdout == created
    write(lab, sheet)
    assert summary.strip() in archipel(program, "check", folder=lab).stdout

    right = re.search(r"^difficulte: .*\n", sheet.text, re.MULTILINE)[0]
    (lab / sheet.name).write_text(sheet.text.replace(right, mistake.text), encoding="utf-8")
    said = archipel(program, "check", folder=lab)
    assert said.returncode == 1
    assert refused in said.stderr

    write(lab, sheet)
    assert archipel(program, *shlex.split(translate)[1:], folder=lab).returncode == 0
    assert (lab / "content/methodes/cinq-minutes-dehors.br.md").is_file()
    assert archipel(program, "build", folder=lab).returncode == 0
    assert (lab / "output/methodes/cinq-minutes-dehors/index.html").is_file()


def samples():
    """The pieces of Markdown that the page on Markdown shows."""
    return guide.blocks("markdown", "markdown")


def test_every_sample_of_markdown_is_followed_by_what_it_gives():
    text = guide.source("markdown")
    assert len(samples()) > 15
    for sample in samples():
        # Once in its frame, and once as it is.
        assert text.count(sample.text) == 2, sample.text
        frame = text.index(sample.text)
        shown = text.index(sample.text, frame + 1)
        assert text[frame + len(sample.text) : shown].strip("`\n") == "" or sample.name, sample.text


def test_the_page_on_markdown_shows_every_construct(site):
    page = (site / "guide/markdown/index.html").read_text(encoding="utf-8")
    for mark in [
        "<strong>important</strong>", "<em>nuancé</em>", "<del>retiré</del>",
        '<h3 id="preparer-la-salle">', '<h3 id="jour-j">', "<ol>", 'type="checkbox"', "<table",
        'class="figure"', 'class="graphique"', "<blockquote>", 'class="alerte alerte-tip"',
        'class="footnotes"', 'lang="br"', "<code>archipel check</code>",
    ]:
        assert mark in page, mark


def test_the_catalogue_tells_whether_a_sheet_has_changed(site):
    """What the guide asks of the catalogue is what a sheet taken over may note."""
    (command,) = [line for line in guide.commands("creer-son-site") if line.startswith("curl")]
    question = command.split(" | ", 1)[1]
    catalogue = (site / "commons.json").read_bytes()
    told = subprocess.run(["sh", "-c", question], input=catalogue, capture_output=True, timeout=PATIENCE)
    source = (site / "methodes/world-cafe/index.md").read_bytes()
    assert told.stdout.decode().strip() == hashlib.sha256(source).hexdigest()
