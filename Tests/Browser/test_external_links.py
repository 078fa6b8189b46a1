"""`archipel check --external` against servers of this machine that behave well and badly."""

import contextlib
import http.server
import json
import os
import pty
import re
import socket
import ssl
import subprocess
import threading
import time
from collections import Counter

import pytest

from patience import PATIENCE, wait_until


class Visits:
    """What a server was asked, and how many requests it had at once."""

    def __init__(self):
        self.asked, self.agents, self.open, self.most = [], set(), 0, 0
        self.lock = threading.Lock()
        self.over = threading.Event()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    redirects = {"/demenage": (301, "/ici"), "/demenage-2": (308, "/demenage"), "/provisoire": (302, "/ici"),
                 "/boucle": (301, "/boucle"), "/vers-rien": (301, "/absente")}
    statuses = {"/absente": 404, "/partie": 410, "/panne": 500, "/interdite": 403, "/d%C3%A9j%C3%A0%20vu": 200}

    def answer(self):
        visits = self.server.visits
        with visits.lock:
            visits.asked.append((self.command, self.path))
            visits.agents.add(self.headers["User-Agent"])
            visits.open += 1
            visits.most = max(visits.most, visits.open)
        if not self.path.startswith("/lente"):
            time.sleep(0.02)
        with visits.lock:
            visits.open -= 1
        self.respond()

    do_HEAD = do_GET = answer

    def respond(self):
        self.close_connection = True
        if self.path == "/coupee":
            return
        if self.path.startswith("/lente"):
            self.server.visits.over.wait(PATIENCE)
            return
        status, target = self.redirects.get(self.path, (self.statuses.get(self.path, 200), None))
        if self.path == "/sans-head" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_):
        pass


def started(wrap=lambda line: line, host="127.0.0.1"):
    server = http.server.ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    server.visits = Visits()
    server.socket = wrap(server.socket)
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    return server


def ended(server):
    server.visits.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def server():
    server = started()
    yield server
    ended(server)


@pytest.fixture
def neighbour():
    """Another host of this machine, which is asked meanwhile."""
    server = started(host="127.0.0.2")
    yield server
    ended(server)


@pytest.fixture
def unsafe(tmp_path):
    """A server whose certificate nobody signed."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                    "/CN=localhost", "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = started(lambda line: context.wrap_socket(line, server_side=True, do_handshake_on_connect=False))
    yield server
    ended(server)


def check(program, folder, *options, patience=PATIENCE):
    """Checks the links of a folder; gives the status and what is said of other sites."""
    command = [program, "check", "--external", "--timeout", str(patience), "--format", "json",
               "--source", folder, *options]
    run = subprocess.run(command, capture_output=True, text=True, timeout=5 * PATIENCE)
    found = [json.loads(line) for line in run.stderr.splitlines() if line.startswith("{")]
    return run.returncode, [finding for finding in found if finding["id"].startswith("web.")]


def write(folder, name, text):
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / name).write_text(text, "utf-8")


EXPECTED = {
    "/ici": None, "/provisoire": None, "/sans-head": None, "/déjà vu": None,
    "/demenage": "web.moved", "/demenage-2": "web.moved", "/interdite": "web.refused",
    "/absente": "web.dead", "/partie": "web.dead", "/panne": "web.dead", "/vers-rien": "web.dead",
    "/boucle": "web.unreachable", "/coupee": "web.unreachable",
}


def test_each_address_is_asked_once_and_told_where_it_is_written(
        program, tmp_path, server, neighbour):
    base = f"http://127.0.0.1:{server.server_port}"
    bases = [base, f"http://127.0.0.2:{neighbour.server_port}"]
    lines = [f"Été [page](<{bases[number % 2]}{path}>).\n" for number, path in enumerate(EXPECTED)]
    write(tmp_path, "a.md", "\n".join(lines) + f"\n`{base}/code` et <{base}/ici#suite>\n")
    write(tmp_path, "b.md", f"---\ntitre: B\nresume: \"Voir [là]({base}/absente)\"\n---\n\n{base}/ici\n")
    status, found = check(program, tmp_path)
    assert status == 0
    told = {(finding["path"], finding["line"], finding["column"]): finding["id"] for finding in found}
    expected = {("content/a.md", 2 * number + 1, 13): cause
                for number, cause in enumerate(EXPECTED.values()) if cause}
    expected["content/b.md", 3, 20] = "web.dead"
    assert told == expected
    asked = Counter(server.visits.asked + neighbour.visits.asked)
    assert asked["HEAD", "/partie"] == asked["GET", "/partie"] == 1
    assert asked["HEAD", "/sans-head"] == asked["GET", "/sans-head"] == 1
    assert ("GET", "/ici") not in asked and ("HEAD", "/code") not in asked
    assert not any(path == "/robots.txt" for _, path in asked)
    assert server.visits.most == neighbour.visits.most == 1, "one request at a time"
    (agent,) = server.visits.agents | neighbour.visits.agents
    assert agent.startswith("archipel")
    moved = next(finding for finding in found if finding["line"] == 9)
    assert moved["suggestion"] == f"écrivez « {base}/ici »" and moved["severity"] == "remark"


def test_an_address_that_a_translation_takes_from_its_original_is_told_there(program, tmp_path, server):
    base = f"http://127.0.0.1:{server.server_port}"
    types = tmp_path / "content" / "_types"
    types.mkdir(parents=True)
    (types / "lieu.yaml").write_text(
        "libelle: Lieu\ndossier: lieux\nchamps:\n  site: { type: url }\n"
        "  voir_aussi:\n    type: objet\n    plusieurs: true\n"
        "    champs: { titre: {}, adresse: { type: url } }\n", "utf-8")
    (tmp_path / "content" / "lieux").mkdir()
    write(tmp_path, "lieux/ti.md", f"---\ntitre: Ti\nsite: {base}/absente\nvoir_aussi:\n"
          f"  - {{ titre: Là, adresse: '{base}/partie' }}\n---\n\nTexte.\n")
    write(tmp_path, "lieux/ti.en.md", "---\ntitre: House\nvoir_aussi: [{ titre: There }]\n---\n\nText.\n")
    write(tmp_path, "lieux/ti.br.md", f"---\ntitre: Ti\nsite: {base}/panne\nvoir_aussi:\n"
          f"  - {{ titre: Aze, adresse: '{base}/partie' }}\n---\n")
    _, found = check(program, tmp_path)
    told = [(finding["path"], finding.get("line"), finding["message"].split(base)[1].split()[0])
            for finding in found]
    assert told == [("content/lieux/ti.br.md", 3, "/panne"), ("content/lieux/ti.br.md", 5, "/partie"),
                    ("content/lieux/ti.md", 3, "/absente"), ("content/lieux/ti.md", 5, "/partie")]


def test_a_host_that_never_answers_is_left_alone(program, tmp_path, server):
    base = f"http://127.0.0.1:{server.server_port}"
    paths = ["/lente?1", "/lente?2", "/lente?3", "/lente?4", "/lente?5"]
    write(tmp_path, "a.md", "".join(f"<{base}{path}>\n\n" for path in paths))
    _, found = check(program, tmp_path, patience=2)
    # What is given up may be read by the server a little later.
    wait_until(lambda: len(server.visits.asked) == 3)
    assert server.visits.asked == [("HEAD", path) for path in paths[:3]]
    assert [(finding["line"], finding["id"]) for finding in found] == [
        (2 * number + 1, "web.unreachable") for number in range(5)]
    assert [finding["message"].rsplit(" : ")[-1] for finding in found] == (
        ["délai dépassé"] * 3 + ["pas demandée, ce site n’ayant pas répondu 3 fois de suite"] * 2)


def test_it_tells_a_terminal_how_far_it_is(program, tmp_path, server):
    base = f"http://127.0.0.1:{server.server_port}"
    write(tmp_path, "a.md", "".join(f"<{base}/{number}> <{base}/{number}#ici>\n\n" for number in range(3)))
    ours, theirs = pty.openpty()
    subprocess.run([program, "check", "--external", "--source", tmp_path], stderr=theirs, check=True,
                   stdout=subprocess.DEVNULL, timeout=PATIENCE)
    os.close(theirs)
    said = b""
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 1 << 16):
            said += piece
    os.close(ours)
    assert re.findall("adresses : (\\d) sur 6", said.decode()) == ["2", "4", "6"]


def test_a_dead_address_ends_with_1_where_the_site_is_strict(program, tmp_path, server):
    write(tmp_path, "a.md", f"[Absente](http://127.0.0.1:{server.server_port}/absente)\n")
    assert check(program, tmp_path, "--strict")[0] == 1
    write(tmp_path, "a.md", f"[Ici](http://127.0.0.1:{server.server_port}/demenage)\n")
    assert check(program, tmp_path, "--strict")[0] == 0


def test_nobody_at_the_address_is_told(program, tmp_path, unsafe):
    # A label of more than 63 octets: every resolver refuses it, one that cannot be reached included.
    nowhere = "nulle-part" * 7 + ".invalid"
    # A port that is taken and does not listen: nobody else can answer there.
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        write(tmp_path, "a.md", f"[A](http://127.0.0.1:{closed.getsockname()[1]}/)\n\n"
              f"[B](https://127.0.0.1:{unsafe.server_port}/)\n\n[C](http://{nowhere}/)\n")
        _, found = check(program, tmp_path)
    assert [finding["message"].rsplit(" : ")[-1] for finding in found] == [
        "connexion fermée", "certificat ou chiffrement refusé", "nom de site inconnu"]


def test_nothing_is_asked_unless_it_is_wanted(program, tmp_path, server):
    write(tmp_path, "a.md", f"[Absente](http://127.0.0.1:{server.server_port}/absente)\n")
    subprocess.run([program, "check", "--source", tmp_path], check=True, capture_output=True)
    assert server.visits.asked == []
