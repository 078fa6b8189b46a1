"""The program as `make install` leaves it: it works anywhere, and shells and `man` know it."""

import json
import os
import pty
import re
import select
import subprocess
import time

import pytest

import servers
from patience import PATIENCE
from published import REPOSITORY


def make(target, program, root):
    command = ["make", "-s", target, f"PROGRAM={program}", "PREFIX=/usr/local", f"DESTDIR={root}"]
    made = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=PATIENCE)
    assert made.returncode == 0, made.stdout + made.stderr


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def prefix(program, tmp_path_factory):
    root = tmp_path_factory.mktemp("installed")
    make("install", program, root)
    return root / "usr/local"


@pytest.fixture(scope="session")
def commands(prefix):
    """The commands that help shows, each with its options: `{"build": ["--source", …]}`."""
    described = json.loads(run(prefix / "bin/archipel", "--experimental-dump-help"))["command"]
    return {
        command["commandName"]: [
            "--" + name["name"]
            for argument in command.get("arguments", []) if argument["shouldDisplay"]
            for name in argument.get("names", []) if name["kind"] == "long"
        ]
        for command in described["subcommands"]
    }


def test_finds_its_theme_and_types_wherever_it_runs(prefix, tmp_path):
    program = prefix / "bin/archipel"
    run(program, "init", "lab", cwd=tmp_path)
    run(program, "new", "methode", "Cinq minutes dehors", "--all", cwd=tmp_path / "lab")
    assert run(program, "build", "--strict", "--drafts", cwd=tmp_path / "lab")
    page = tmp_path / "lab/output/methodes/cinq-minutes-dehors/index.html"
    assert "Cinq minutes dehors" in page.read_text(encoding="utf-8")
    # By a link, as an administrator may put it elsewhere.
    (tmp_path / "archipel").symlink_to(program)
    assert run(tmp_path / "archipel", "build", "--source", "lab", cwd=tmp_path)


def test_leaves_nothing_once_removed(program, tmp_path):
    make("install", program, tmp_path)
    assert (tmp_path / "usr/local/bin/archipel").is_file()
    make("uninstall", program, tmp_path)
    assert [path for path in tmp_path.rglob("*") if not path.is_dir()] == []


def test_the_manual_is_sound_and_tells_every_option(prefix, commands):
    page = prefix / "share/man/man1/archipel.1"
    assert run("groff", "-man", "-Kutf8", "-Tutf8", "-ww", page, stdin=subprocess.DEVNULL)
    checked = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-ww", page],
                             capture_output=True, text=True, timeout=PATIENCE)
    assert checked.stderr == ""
    assert run("mandoc", "-Tlint", "-Wwarning", page) == ""
    shown = re.sub(".\b", "", checked.stdout)
    shown = re.sub("\x1b\\[[0-9;]*m", "", shown).replace("‐\n", "")
    assert "init mon-lab" in shown
    for command, options in commands.items():
        if command == "help":
            continue
        section = re.split(rf"\n   {command}\b", shown, maxsplit=1)
        assert len(section) == 2, f"{command} is not in the manual"
        section = re.split(r"\n(?:   )?\S", section[1], maxsplit=1)[0]
        for option in options:
            assert option in section or option in ("--version", "--help"), f"{command} {option}"


LINES = [
    ("archipel bu", "build"),
    ("archipel build --of", "--offline"),
    ("archipel serve --dr", "--drafts"),
    ("archipel check --format j", "json"),
    ("archipel new meth", "methode"),
]


@pytest.fixture(scope="session")
def lab(prefix, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab") / "lab"
    run(prefix / "bin/archipel", "init", folder)
    return folder


def environment(prefix):
    return os.environ | {"PATH": f"{prefix}/bin:{os.environ['PATH']}", "TERM": "dumb"}


@pytest.mark.parametrize("line, expected", LINES)
def test_bash_completes(prefix, lab, line, expected):
    words = line.split()
    script = f"""
        source /usr/share/bash-completion/bash_completion
        source {prefix}/share/bash-completion/completions/archipel
        COMP_WORDS=({line}) COMP_CWORD={len(words) - 1} COMP_LINE='{line}' COMP_POINT={len(line)}
        $(complete -p archipel | sed 's/.*-F \\([^ ]*\\).*/\\1/') archipel {words[-1]} {words[-2]}
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    said = run("bash", "--norc", "-c", script, cwd=lab, env=environment(prefix))
    assert [one.strip() for one in said.splitlines()] == [expected]


@pytest.mark.parametrize("line, expected", LINES)
def test_fish_completes(prefix, lab, line, expected):
    script = f"source {prefix}/share/fish/vendor_completions.d/archipel.fish; complete -C '{line}'"
    said = run("fish", "--no-config", "-c", script, cwd=lab, env=environment(prefix))
    assert [one.split("\t")[0] for one in said.splitlines()] == [expected]


@pytest.mark.parametrize("line, expected", LINES)
def test_zsh_completes(prefix, lab, line, expected):
    functions = prefix / "share/zsh/vendor-completions"
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(lab)
        os.execvpe(servers.find_program("zsh"), ["zsh", "-f", "-i"], environment(prefix))
    try:
        os.write(terminal, f"fpath=({functions} $fpath); autoload -Uz compinit; compinit -u -D\n"
                           "PS1=; unsetopt zle_bracketed_paste; echo rea''dy\n".encode())
        read_until(terminal, "ready\r\n")
        os.write(terminal, f"{line}\t".encode())
        whole = line[: line.rindex(" ") + 1] + expected
        assert whole in read_until(terminal, expected)
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def read_until(terminal, expected):
    """What the terminal shows, up to a text; whatever it shows when it never comes."""
    shown, deadline = "", time.monotonic() + PATIENCE
    while expected not in shown and time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.2)[0]:
            shown += os.read(terminal, 65536).decode(errors="replace")
    return shown
