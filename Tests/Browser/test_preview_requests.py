"""What a preview answers, and what it lives through: no browser, but sockets, limits and signals."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
from http.client import HTTPConnection

import pytest

from patience import PATIENCE, wait_until
from previews import SHEET, make_source, preview, write
from servers import free_port
from test_images import png


@pytest.fixture
def source(tmp_path):
    source = make_source(tmp_path / "source")
    (source / "secret.txt").write_text("secret", encoding="utf-8")
    (source / "content" / "notes.txt").write_text("0123456789", encoding="utf-8")
    return source


@pytest.fixture
def server(program, source):
    (source / "content" / "lien.txt").symlink_to("/etc/passwd")
    with preview(program, source) as server:
        yield server


def ask(server, path="/", method="GET", **headers):
    """Asks with headers of our own; gives the answer, read."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def say(server, data, silence=0.2):
    """Sends bytes, and hears what comes back until the end or a silence."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        with contextlib.suppress(TimeoutError, ConnectionError):
            line.sendall(data)
            line.settimeout(silence)
            while line.recv(1 << 16):
                pass


HANDSHAKE = (
    "GET /_archipel/nouvelles?page=accueil%2Findex.html HTTP/1.1\r\nHost: {host}\r\n{origin}"
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")


def shake_hands(server, host, origin="", besides=b""):
    """Asks for the line that a page has for its news; gives it, with the head of the answer."""
    line = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    line.sendall(HANDSHAKE.format(host=host, origin=origin).encode() + besides)
    head = b""
    while b"\r\n\r\n" not in head:
        piece = line.recv(1 << 16)
        assert piece, head
        head += piece
    return line, head


def follow(server, besides=b""):
    """Opens the line that a page has for its news."""
    host = f"127.0.0.1:{server.port}"
    line, head = shake_hands(server, host, f"Origin: http://{host}\r\n", besides)
    assert head.startswith(b"HTTP/1.1 101 "), head
    return line


@pytest.mark.parametrize("host, status", [
    ("127.0.0.1", 200), ("localhost", 200), ("localhost:{port}", 200), ("[::1]:{port}", 200),
    ("exemple.fr", 403), ("exemple.fr:{port}", 403), ("127.0.0.1.exemple.fr", 403),
    ("localhost@exemple.fr", 403), ("", 403),
])
def test_answers_those_who_ask_this_machine(server, host, status):
    answer = ask(server, Host=host.format(port=server.port))
    assert answer.status == status
    assert b"Essai" not in answer.body or status == 200


def test_a_whole_address_is_one_of_this_machine(server):
    for address, status in [("http://127.0.0.1/accueil/", 200), ("http://exemple.fr/accueil/", 403),
                            ("https://127.0.0.1/", 403)]:
        assert ask(server, address).status == status


@pytest.mark.parametrize("path", [
    "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/%c0%ae%c0%ae/secret.txt",
    "/accueil/../../secret.txt", "//etc/passwd", "/etc/passwd", "/file:///etc/passwd", "/lien.txt",
    "/archipel.yaml", "/secret.txt", "/content/accueil.md", "/%00", "/accueil%00.html", "/%", "/%FF",
    "/_archipel/", "/_archipel/../secret.txt", "/" + "a" * 5000,
])
def test_gives_nothing_but_the_site(server, path):
    answer = ask(server, path)
    assert answer.status == 404
    assert b"secret\n" not in answer.body and b"root:" not in answer.body
    assert b"apercu.js" in answer.body  # it will show the page once there is one


def test_sends_to_the_folder_and_keeps_the_question(server):
    answer = ask(server, "/recherche?q=a%20b")
    assert (answer.status, answer.headers["Location"]) == (302, "/recherche/?q=a%20b")


@pytest.mark.parametrize("path", ["/accueil/", "/notes.txt", "/rien"])
def test_heads_have_no_body_and_leave_the_line_open(server, path):
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.request("GET", path)
    whole = connection.getresponse()
    length = len(whole.read())
    for _ in range(2):
        connection.request("HEAD", path)
        head = connection.getresponse()
        assert (head.status, head.read()) == (whole.status, b"")
        assert int(head.headers["Content-Length"]) == length
        assert head.headers["Content-Type"] == whole.headers["Content-Type"]
    connection.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_only_reads(server, method):
    answer = ask(server, "/accueil/", method)
    assert answer.status == 405 and answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("asked, status, body, told", [
    ("bytes=2-4", 206, b"234", "bytes 2-4/10"), ("bytes=-3", 206, b"789", "bytes 7-9/10"),
    ("bytes=8-", 206, b"89", "bytes 8-9/10"), ("bytes=10-", 416, b"", "bytes */10"),
    ("bytes=4-2", 200, b"0123456789", None),
])
def test_gives_the_part_that_players_ask_for(server, asked, status, body, told):
    answer = ask(server, "/notes.txt", Range=asked)
    assert (answer.status, answer.body, answer.headers["Content-Range"]) == (status, body, told)


def memory(server):
    """The most that the preview has held in memory, in bytes."""
    status = open(f"/proc/{server.process.pid}/status", encoding="ascii").read()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) << 10


def test_a_long_film_is_sent_without_being_held_in_memory(program, source):
    size, end = 1 << 30, b"the end."
    film = source / "content" / "film.mp4"
    with film.open("wb") as file:  # a file of holes: the disk has next to nothing to keep
        file.truncate(size - len(end))
        file.seek(0, os.SEEK_END)
        file.write(end)
    (source / "content" / "lien.mp4").symlink_to("film.mp4")
    with preview(program, source) as server:
        ask(server, "/accueil/")
        before = memory(server)
        for name in ["film.mp4", "lien.mp4"]:
            part = ask(server, f"/{name}", Range=f"bytes=-{len(end)}")
            assert (part.status, part.body, part.headers["Content-Range"]) == (
                206, end, f"bytes {size - len(end)}-{size - 1}/{size}")
            assert ask(server, f"/{name}", "HEAD").headers["Content-Length"] == str(size)
        assert ask(server, "/film.mp4", Range=f"bytes={size}-").status == 416
        # As players do: all that follows is asked for, a little is read, and the line is left open.
        open_lines = []
        for asked in [{}, {"Range": "bytes=0-"}, {"Range": f"bytes={size // 2}-"}]:
            line = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
            line.request("GET", "/film.mp4", headers=asked)
            answer = line.getresponse()
            assert answer.status == (206 if asked else 200)
            assert answer.headers["Content-Type"] == "video/mp4"
            assert answer.read(1 << 20) == bytes(1 << 20)
            open_lines.append(line)
        assert memory(server) - before < 32 << 20
        film.unlink()
        assert ask(server, "/film.mp4").status == 404
        assert ask(server, "/accueil/").status == 200


def test_tells_other_sites_nothing(server):
    for path in ["/accueil/", "/notes.txt", "/recherche-index/racine.js", "/rien"]:
        assert ask(server, path).headers["Cross-Origin-Resource-Policy"] == "same-origin"
    for host, origin in [("127.0.0.1", "https://exemple.fr"), ("127.0.0.1", None),
                         ("127.0.0.1", "null"), ("exemple.fr", "http://exemple.fr")]:
        line, head = shake_hands(server, host, f"Origin: {origin}\r\n" if origin else "")
        line.close()
        assert head.startswith(b"HTTP/1.1 403 "), (host, origin, head)


def test_keeps_what_has_a_digest_in_its_name_alone(server):
    page = ask(server, "/accueil/")
    assert page.headers["Cache-Control"] == "no-store"
    style = re.search(rb'href="\.\./(assets/[^"]*\.css)"', page.body)[1].decode()
    assert "immutable" in ask(server, "/" + style).headers["Cache-Control"]
    assert ask(server, "/notes.txt").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("data", [
    b"", b"\r\n\r\n", b"BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00",
    b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000000\r\n\r\n" + b"a" * 100_000,
    b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
])
def test_lives_on_after_nonsense(server, data):
    say(server, data)
    assert ask(server, "/accueil/").status == 200


@pytest.mark.parametrize("frame", [
    b"\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"\x88\x81\x00\x00\x00\x00\x03", b"\xff" * 400,
    b"\x88\x00", b"\x89\x84\x00\x00\x00\x00ping", b"\x00" * 50,
])
def test_lives_on_after_nonsense_from_a_page(server, frame):
    with follow(server, besides=frame) as line:
        assert ask(server, "/accueil/").status == 200
        with contextlib.suppress(ConnectionError):
            line.sendall(frame)
    assert ask(server, "/accueil/").status == 200


def open_files(server):
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def test_pages_that_go_leave_nothing_open(server, source):
    ask(server, "/accueil/")
    before = open_files(server)
    lines = [follow(server) for _ in range(100)]
    assert open_files(server) > before + 90
    for line in lines:
        line.close()
    write(source, "accueil", "Autre", "Bonjour.")
    wait_until(lambda: open_files(server) <= before + 5)


def test_a_slow_reader_holds_nobody_up(program, source):
    (source / "content" / "long.txt").write_bytes(b"long " * 4_000_000)
    with preview(program, source) as server:
        slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
        for line in slow:
            line.sendall(b"GET /long.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            line.recv(10)
        assert ask(server, "/accueil/").status == 200
        for line in slow:
            line.close()
        assert len(ask(server, "/long.txt").body) == 20_000_000


def limited(command):
    return ["sh", "-c", command + '; exec "$0" "$@"']


def test_lives_through_a_lack_of_files(program, source):
    with preview(program, source, wrapped=limited("ulimit -Sn 60; ulimit -Hn 60")) as server:
        lines = []
        for _ in range(200):
            try:
                lines.append(socket.create_connection(("127.0.0.1", server.port), timeout=1))
            except OSError:
                break
        assert len(lines) > 60
        for line in lines:
            line.close()
        assert wait_until(lambda: ask(server, "/accueil/").status) == 200 and server.runs


def test_serves_as_many_as_the_system_allows(program, source):
    with preview(program, source, wrapped=limited("ulimit -Sn 60; ulimit -Hn 4000")) as server:
        lines = [follow(server) for _ in range(300)]
        assert ask(server, "/accueil/").status == 200
        for line in lines:
            line.close()


# In a name space of its own, a user sets the limits of inotify for themself.
@pytest.mark.parametrize("limit", ["max_inotify_watches", "max_inotify_instances"])
def test_looks_at_files_where_changes_are_not_told(program, source, limit):
    for number in range(10):
        (source / "content" / f"d{number}").mkdir()
    wrapped = ["unshare", "--user", "--map-root-user",
               *limited(f"echo {4 if 'watches' in limit else 0} > /proc/sys/user/{limit}")]
    with preview(program, source, wrapped=wrapped) as server:
        server.wait_for("les fichiers sont relus chaque seconde")
        server.settle(1.5)
        count = server.rebuilds()
        # At once: half a sheet may be looked at, and is one more change.
        whole = source.parent / "une.md"
        whole.write_text(SHEET.format(title="Une fiche", body="Ici."), encoding="utf-8")
        with server.rebuilt():
            whole.rename(source / "content/d7/une.md")
        assert ask(server, "/d7/une/").status == 200
        server.settle(1.5)
        assert server.rebuilds() == count + 1


def test_shows_no_picture_that_is_gone_with_what_was_made_of_it(program, source):
    """A mistake keeps the old site in sight, whose picture nobody has any more."""
    picture = source / "content" / "image.png"
    picture.write_bytes(png(200))
    write(source, "accueil", "Accueil", "![Des raies](image.png)")
    with preview(program, source) as server:
        page = ask(server, "/accueil/").body.decode()
        address = re.search(r'<img[^>]* src="\.\.([^"]*)"', page)[1]
        assert "-480.webp" not in address and ask(server, address).status == 200
        write(source, "autre", "[", "Rien ici.")
        server.wait_for("à corriger")
        shutil.rmtree(source / ".archipel")
        picture.write_bytes(PICTURE)  # of one pixel, in one width alone
        assert ask(server, address).status == 404
        assert ask(server, "/accueil/").status == 200


def test_lives_through_a_full_disk(program, tmp_path):
    """The source lies on a disk that is full, and what the preview says goes nowhere."""
    script = """
        mkdir disk && mount -t tmpfs -o size=300k none disk && cp -a source/. disk/
        head -c 1000000 /dev/zero > disk/filling 2>/dev/null
        exec "$0" serve --source disk --port "$1" > /dev/full 2>&1
    """
    source = make_source(tmp_path / "source")
    (source / "content" / "image.png").write_bytes(PICTURE)
    write(source, "accueil", "Accueil", "![Un point](image.png)")
    port = free_port()
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script, program, str(port)]
    process = subprocess.Popen(command, cwd=tmp_path)
    try:
        server = type("Server", (), {"port": port})
        wait_until(lambda: ask(server, "/accueil/").status == 200)
        page = ask(server, "/accueil/").body.decode()
        picture = re.search(r'<img[^>]* src="([^"]*)"', page)[1]
        assert ask(server, picture.removeprefix("..")).status == 200
        disk = f"/proc/{process.pid}/root{tmp_path}/disk"
        os.unlink(f"{disk}/filling")
        with open(f"{disk}/content/autre.md", "w", encoding="utf-8") as file:
            file.write(SHEET.format(title="Autre", body="Il y a de la place."))
        wait_until(lambda: "Il y a de la place" in ask(server, "/autre/").body.decode())
        assert process.poll() is None
    finally:
        process.terminate()
        process.wait(PATIENCE)


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082")


def test_stops_though_pages_are_open(program, source):
    with preview(program, source) as server:
        lines = [follow(server) for _ in range(5)]
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(PATIENCE) == -signal.SIGTERM
        for line in lines:
            line.close()


def serve(program, *options):
    command = [program, "serve", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)


def test_says_that_the_source_is_not_there(program, tmp_path):
    ended = serve(program, "--source", tmp_path / "absent", "--port", "0")
    assert ended.returncode == 2
    assert "absent » n’existe pas" in ended.stderr
    # Not the address of a preview that there is none of.
    assert ended.stdout == ""


def test_says_that_a_port_belongs_to_another_program(program, source):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = serve(program, "--source", source, "--port", str(port), "--lang", "en")
    assert ended.returncode == 2
    assert re.fullmatch(
        rf"archipel: port {port} is taken already by “[^”]+” \(process {os.getpid()}\); "
        r"try “--port \d+”\n", ended.stderr), ended.stderr
    assert serve(program, "--port", "70000").returncode == 64


LINE = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@pytest.mark.parametrize("start, status", [
    (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\n", 414), (b"GET /" + b"a" * (8 << 20), 414),
    (LINE + b"X-Long: " + b"a" * 70_000 + b"\r\n", 431), (LINE + b"X-Long: " + b"a" * (8 << 20), 431),
    (LINE + b"X-Many: a\r\n" * 101, 431), (LINE + b"X-Many: a\r\n" * 1_000_000, 431),
    (LINE + b"Content-Length: 90000000\r\n\r\n" + b"a" * (8 << 20), 413),
    (LINE + b"Transfer-Encoding: chunked\r\n\r\n" + b"10000\r\n" + b"a" * 65536 + b"\r\n"
     + (b"10000\r\n" + b"a" * 65536 + b"\r\n") * 100, 413),
])
def test_refuses_what_is_too_long_as_it_arrives(server, start, status):
    """The answer is heard, though the preview has not read all that was sent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall(start)
        answer = b""
        while piece := line.recv(1 << 16):
            answer += piece
    assert answer.startswith(b"HTTP/1.1 %d " % status), answer[:100]
    assert ask(server, "/accueil/").status == 200


def test_takes_the_cookies_of_all_the_servers_of_the_machine(server):
    assert ask(server, "/accueil/", Cookie="a" * 50_000).status == 200


@pytest.mark.parametrize("start", [
    b"GET", b"GET /accueil/ HTTP/1.1\r\nHost: ", LINE + b"Content-Length: 9\r\n\r\nabc",
])
def test_waits_for_no_slow_request(server, start):
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall(start)
        answer = b""
        while piece := line.recv(1 << 16):
            answer += piece
    assert answer.startswith(b"HTTP/1.1 408 "), answer[:100]


def test_a_request_may_ask_for_many_protocols(server):
    """The library goes through them by recursion, and the stack would overflow."""
    for asked in [b"a," * 30_000, b"websocket," * 6_000]:
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
            line.sendall(LINE + b"Connection: Upgrade\r\nUpgrade: " + asked + b"\r\n\r\n")
            answer = b""
            while piece := line.recv(1 << 16):
                answer += piece
        assert answer.startswith(b"HTTP/1.1 200 "), answer[:100]
    assert server.runs


def test_requests_sent_ahead_are_answered_one_after_the_other(server):
    count = 200
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall(LINE.replace(b"GET /", b"HEAD /notes.txt") + b"\r\n")
        line.sendall((LINE.replace(b"GET /", b"HEAD /notes.txt") + b"\r\n") * (count - 2))
        line.sendall(LINE.replace(b"GET /", b"GET /notes.txt") + b"Connection: close\r\n\r\n")
        answer = b""
        while piece := line.recv(1 << 16):
            answer += piece
    assert answer.count(b"HTTP/1.1 200 ") == count and answer.endswith(b"\r\n\r\n0123456789")


def test_two_names_of_a_server_are_none(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall(LINE + b"Host: exemple.fr\r\nConnection: close\r\n\r\n")
        assert line.recv(1 << 16).startswith(b"HTTP/1.1 403 ")


def test_a_film_that_becomes_shorter_while_it_is_sent_ends_its_line(program, source):
    film = source / "content" / "film.mp4"
    with film.open("wb") as file:
        file.truncate(200 << 20)
    with preview(program, source) as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
            line.sendall(LINE.replace(b"GET /", b"GET /film.mp4") + b"\r\n")
            assert line.recv(1000).startswith(b"HTTP/1.1 200 ")
            os.truncate(film, 1000)
            heard = 0
            while piece := line.recv(1 << 20):
                heard += len(piece)
            assert heard < 200 << 20
        assert ask(server, "/accueil/").status == 200


def test_serves_no_service_worker(server, source):
    """It would stay in the browser, and read what is previewed later on the same port."""
    assert ask(server, "/notes.txt", **{"Service-Worker": "script"}).status == 403
    assert "worker-src 'none'" in ask(server, "/accueil/").headers["Content-Security-Policy"]


def test_an_address_stays_in_its_attribute(server):
    # A quote and a combining mark are one character to Swift.
    answer = ask(server, "/rien%22%CC%81%20onload=%22x")
    assert answer.status == 404
    assert 'data-page="rien&quot;\u0301 onload=&quot;x"' in answer.body.decode()
