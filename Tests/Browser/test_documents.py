"""What the documents say of the program holds: links, commands, options, keys, and what they show."""

import json
import re
import shlex
import subprocess
import textwrap

import pytest

from patience import PATIENCE
from published import REPOSITORY

DOCUMENTS = [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
README = (REPOSITORY / "README.md").read_text("utf-8")
CONFIGURATION = (REPOSITORY / "docs/configuration.md").read_text("utf-8")


def archipel(program, *arguments, folder=None):
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, timeout=PATIENCE)


def shown(start):
    """The indented block of the README that starts so."""
    blocks = re.findall(r"(?:^    .*\n(?:\n(?=    ))?)+", README, re.MULTILINE)
    (block,) = [block for block in map(textwrap.dedent, blocks) if block.startswith(start)]
    return block


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files(document):
    prose = re.sub(r"`[^`\n]+`|^    .*$", "", document.read_text("utf-8"), flags=re.MULTILINE)
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", prose)
    dead = [link for link in links if ":" not in link and not (document.parent / link).exists()]
    assert dead == []


def test_the_index_names_every_page():
    index = (REPOSITORY / "docs/README.md").read_text("utf-8")
    assert [page.name for page in DOCUMENTS[2:] if f"({page.name})" not in index] == ["README.md"]


def told_commands():
    lines = {line for document in DOCUMENTS for line in document.read_text("utf-8").splitlines()}
    starts = (line.strip() for line in lines if re.match(r"    archipel \w", line))
    return sorted({re.split(r" && |  | > |[\[…]", line)[0].strip() for line in starts})


@pytest.mark.parametrize("line", told_commands())
def test_the_program_knows_the_commands_and_their_options(program, line):
    _, command, *arguments = shlex.split(line)
    said = archipel(program, command, "--help")
    assert said.returncode == 0, said.stderr
    assert {word for word in arguments if word.startswith("--")} <= set(re.findall(r"--[\w-]+", said.stdout))


def test_every_command_and_option_is_documented(program):
    commands = re.findall(r"^  (\w+) {2,}", re.split("SUBCOMMANDS|COMMANDES", archipel(program, "--help").stdout)[1], re.MULTILINE)
    assert len(commands) > 5
    for command in commands:
        assert f"`archipel {command}" in CONFIGURATION, command
        options = set(re.findall(r"--[\w-]+", archipel(program, command, "--help").stdout))
        rows = [row for row in CONFIGURATION.splitlines() if row.startswith("| ")]
        for option in options - {"--help", "--version"}:
            assert any(f"`{option}" in row for row in rows), (command, option)


def test_every_key_of_the_configuration_is_documented(program, tmp_path):
    schema = json.loads(archipel(program, "schema", "archipel", "--source", tmp_path).stdout)
    assert [key for key in schema["properties"] if not re.search(rf"`{key}[`:]", CONFIGURATION)] == []


def test_the_sheet_and_the_type_of_the_readme_make_a_site(program, tmp_path):
    lab = tmp_path / "lab"
    assert archipel(program, "init", lab).returncode == 0
    (lab / "content/methodes/cinq-minutes-dehors.md").write_text(shown("---\n"), "utf-8")
    (lab / "content/_types/outil.yaml").write_text(shown("# content/_types/outil.yaml"), "utf-8")
    said = archipel(program, "check", "--strict", folder=lab)
    assert "0 erreur, 0 avertissement" in said.stdout, said.stderr


def test_the_mistake_of_the_readme_is_told_as_it_says(program, tmp_path):
    lab = tmp_path / "lab"
    assert archipel(program, "init", lab).returncode == 0
    mistake = shown("content/methodes/cinq-minutes-dehors.md:8:15")
    sheet = re.sub(r"^duree: .*$", re.search(r"8 \| (.*)", mistake)[1], shown("---\n"), flags=re.MULTILINE)
    (lab / "content/methodes/cinq-minutes-dehors.md").write_text(sheet, "utf-8")
    assert mistake in archipel(program, "build", folder=lab).stderr
