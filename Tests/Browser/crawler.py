"""Follows every internal link and anchor of a site, as pages are found from the home page."""

import http.client
import re
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from patience import PATIENCE

# Every attribute that holds an address, and those that our scripts read.
REFERENCES = "//@href | //@src | //@poster | //form/@action | //@data-page | //@data-toutes"
CSS_REFERENCE = re.compile(r"""url\(\s*['"]?([^'")]+)""")


class ServedSite:
    """Reads a site over http, on one connection."""

    def __init__(self, base):
        self.base = base
        self.connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=PATIENCE)

    def read(self, address):
        """The status, kind and content behind an address."""
        parts = urlsplit(address)
        self.connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
        response = self.connection.getresponse()
        content = response.read()
        return response.status == 200, response.headers.get_content_type(), content


class SiteOnDisk:
    """Reads a site as a browser does from `file://`: a folder is not a page."""

    TYPES = {".html": "text/html", ".css": "text/css"}

    def __init__(self, folder):
        self.folder = folder
        self.base = folder.as_uri() + "/"

    def read(self, address):
        file = self.folder / unquote(urlsplit(address).path.removeprefix(urlsplit(self.base).path))
        if not file.is_file():
            return False, None, b""
        return True, self.TYPES.get(file.suffix, "text/plain"), file.read_bytes()


def references(page):
    """The references of a page, each once, and its anchors."""
    found = {str(value).strip() for value in page.xpath(REFERENCES)}
    for value in page.xpath("//@srcset"):
        found |= {candidate.split()[0] for candidate in value.split(",") if candidate.strip()}
    index = page.xpath("//script/@data-index")
    if index:
        found.add(page.xpath("//script/@data-racine")[0] + index[0])
    return found


def crawl(site, start=""):
    """Reads all that can be reached; gives what was read and the broken links.

    The first is `{address: anchors or None}`, the second `{reference in a page: reason}`.
    """
    read, broken, anchored = {}, {}, []
    waiting = [(site.base + start, "the home page")]
    while waiting:
        address, holder = waiting.pop()
        if address in read:
            if read[address] is False:
                broken[f"{address} in {holder}"] = "not found"
            continue
        ok, kind, content = site.read(address)
        read[address] = None if ok else False
        if not ok:
            broken[f"{address} in {holder}"] = "not found"
            continue
        if kind == "text/html":
            page = html.fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
            read[address] = set(page.xpath("//@id"))
            found = references(page)
        elif kind == "text/css":
            found = set(CSS_REFERENCE.findall(content.decode()))
        else:
            continue
        for reference in sorted(found):
            target, anchor = urldefrag(urljoin(address, reference))
            if not target.startswith(("http:", "https:", "file:")):
                continue
            if not target.startswith(site.base):
                if urlsplit(target).netloc == urlsplit(site.base).netloc:
                    broken[f"{reference} in {address}"] = "leads out of the site"
                continue
            waiting.append((target, address))
            # `#name=value` is read by the script of the page.
            if anchor and "=" not in anchor:
                anchored.append((target, unquote(anchor), address))
    for target, anchor, holder in anchored:
        if anchor not in (read.get(target) or ()):
            broken[f"{target}#{anchor} in {holder}"] = "no such anchor"
    return {address: found for address, found in read.items() if found is not False}, broken
