"""What the tests of the preview share: a preview that runs, and a small site to write in."""

import re
import signal
import subprocess
import threading
import time
from contextlib import contextmanager

from patience import PATIENCE, wait_until

SHEET = """---
titre: {title}
---

{body}
"""


class Preview:
    """A preview that runs: its address, and the lines that it has told."""

    def __init__(self, process):
        self.process, self.lines = process, []
        threading.Thread(target=self._listen, daemon=True).start()
        told = self.wait_for(r"http://127\.0\.0\.1:(\d+)/")
        self.address, self.port = told[0], int(told[1])

    def _listen(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def wait_for(self, pattern, after=0):
        """The first line after some others that has a pattern."""

        def found():
            return next(filter(None, (re.search(pattern, line) for line in self.lines[after:])), None)

        return wait_until(found, lambda: f"never told: {pattern}\n{''.join(self.lines)}")

    @contextmanager
    def rebuilt(self):
        """Waits until the change that is made meanwhile has had the site built, well or badly."""
        told = len(self.lines)
        yield
        self.wait_for(r"^\d\d:\d\d:\d\d  ", after=told)

    @contextmanager
    def held(self):
        """The preview sees what is done meanwhile once it is over."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def rebuilds(self):
        """How many times the site was built."""
        return sum(bool(re.match(r"\d\d:\d\d:\d\d  ", line)) for line in self.lines)

    def settle(self, quiet=0.6):
        """Waits until nothing has been told for a while."""
        count = -1
        while count != len(self.lines):
            count = len(self.lines)
            time.sleep(quiet)

    @property
    def runs(self):
        return self.process.poll() is None


@contextmanager
def preview(program, source, *options, port=0, wrapped=(), cwd=None):
    """Starts a preview, on a free port when none is named."""
    command = [*wrapped, program, "serve", "--source", source, "--port", str(port), *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=cwd)
    try:
        started = Preview(process)
        started.wait_for(r"\d pages|à corriger")
        yield started
    finally:
        process.terminate()
        process.wait(PATIENCE)


def write(folder, name, title, body):
    (folder / "content" / f"{name}.md").write_text(
        SHEET.format(title=title, body=body), encoding="utf-8")


def make_source(folder):
    """A site of two sheets."""
    (folder / "content").mkdir(parents=True)
    (folder / "archipel.yaml").write_text("title: Essai\n", encoding="utf-8")
    write(folder, "accueil", "Accueil", LONG)
    write(folder, "autre", "Autre", "Rien ici.")
    return folder


LONG = "Bonjour.\n\n" + "\n".join(f"## Partie {number}\n" for number in range(80))
