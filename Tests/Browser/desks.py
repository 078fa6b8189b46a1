"""What the tests of the desk share: a desk that runs, and its page in a browser."""

import json
import struct
import zlib
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

from patience import PATIENCE
from previews import preview

FOLDER = "/_archipel/ecrire/"


def png(width, height):
    """A white picture of two colours, as a PNG file."""
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(row * height)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks)


class Desk:
    """A desk that runs, the preview beside it, and the source folder that it writes in."""

    def __init__(self, server, source):
        self.server, self.source = server, source
        (self.opening,) = server.wait_for(r"(http://\S+\?cle=\w+)").groups()
        self.port = urlsplit(self.opening).port
        self.origin = f"http://127.0.0.1:{self.port}"
        self.address = self.origin + FOLDER
        self.cookie = self.token = None

    def enter(self):
        """Does what a browser does with the address of the terminal."""
        answer = self.send("GET", f"{FOLDER}?{urlsplit(self.opening).query}", {})
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.token = answer.headers["Location"].split("jeton=")[1]
        return answer

    def headers(self, **other):
        return {"Cookie": self.cookie, "Archipel-Token": self.token, "Origin": self.origin,
                "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"} | other

    def send(self, method, path, headers, body=None, port=None):
        """Asks with headers of our own; gives the answer, read. Headers of None are left out."""
        connection = HTTPConnection("127.0.0.1", port or self.port, timeout=PATIENCE)
        connection.request(method, path, body, {k: v for k, v in headers.items() if v is not None})
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def ask(self, action, query, **headers):
        """What the desk answers to its page: the status, and data when it is that."""
        answer = self.send("POST", FOLDER + action, self.headers(**headers), json.dumps(query))
        is_data = answer.headers["Content-Type"].startswith("application/json")
        return answer.status, json.loads(answer.body) if is_data else answer.body.decode()

    def upload(self, sheet, name, data):
        path = f"{FOLDER}deposer?fiche={quote(sheet, safe='')}&nom={quote(name, safe='')}"
        answer = self.send("POST", path, self.headers(**{"Content-Type": "application/octet-stream"}), data)
        return answer.status, answer.body.decode()

    def read(self, path):
        return (self.source / path).read_bytes()

    def open(self, page, path=None):
        """Opens the page of the desk in a browser, at a sheet when one is named."""
        page.goto(self.opening)
        page.wait_for_selector("h1")
        if path:
            page.goto(f"{self.address}?fiche={quote(path, safe='')}")
            page.wait_for_selector(".formulaire")


@contextmanager
def desk(program, source, *options, **others):
    with preview(program, source, "--write", *options, **others) as server:
        yield Desk(server, source)
