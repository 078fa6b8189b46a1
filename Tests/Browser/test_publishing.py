"""Every way of publishing that the guide gives, done as it says with the real programs.

The configurations are taken from the guide, where they are written once.
"""

import gzip
import http.client
import os
import re
import shutil
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import boto3
import pytest
import yaml
from botocore.config import Config
from moto.server import ThreadedMotoServer
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

import guide
import servers
from patience import PATIENCE
from servers import POLICY, SUBFOLDER

FINGERPRINT = re.compile(r"(\.[0-9a-f]{10}|-[0-9a-f]{12})\.\w+$")
YEAR = "public, max-age=31536000, immutable"
KINDS = {
    ".html": {"text/html"},
    ".css": {"text/css"},
    ".js": {"text/javascript", "application/javascript"},
    ".json": {"application/json"},
    ".svg": {"image/svg+xml"},
    ".webp": {"image/webp"},
    ".ics": {"text/calendar"},
    ".md": {"text/markdown"},
    ".xml": {"text/xml", "application/xml"},
}


def get(address, **headers):
    """The answer of a server and its content, without following it elsewhere."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    connection.request("GET", parts.path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


@pytest.fixture(scope="module")
def built(site):
    """A copy of the lab's site that the users of servers may read."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        copy = Path(folder) / "site"
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns(".*"))
        (copy / "photo-0123456789ab.webp").write_bytes(b"RIFF\x04\0\0\0WEBP")
        yield copy


WEB_SERVERS = {
    "nginx": servers.nginx,
    "apache": servers.apache,
    "caddy": servers.caddy,
    "shared host": servers.shared_host,
}


@pytest.fixture(scope="module", params=WEB_SERVERS)
def served(request, built):
    """The address of the site served as the guide says, with the name of the server."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        with WEB_SERVERS[request.param](built, Path(folder)) as address:
            yield address.rstrip("/"), request.param


def roots(served):
    """Where the site is seen: on a shared host, at the root alone."""
    address, name = served
    return [address + "/"] if name == "shared host" else [address + "/", address + SUBFOLDER]


def one_of_each_kind(built):
    found = {}
    for file in sorted(built.rglob("*.*")):
        if file.suffix in KINDS and (file.suffix not in found or FINGERPRINT.search(file.name)):
            found[file.suffix] = file.relative_to(built).as_posix()
    assert found.keys() == KINDS.keys()
    return found.values()


def test_pages_and_files_have_their_content_and_kind(served, built):
    for root in roots(served):
        for path in one_of_each_kind(built):
            answer, content = get(root + path)
            assert answer.status == 200, path
            assert content == (built / path).read_bytes(), path
            assert answer.headers.get_content_type() in KINDS[Path(path).suffix], path
        answer, content = get(root + "methodes/")
        assert content == (built / "methodes/index.html").read_bytes()
        assert answer.headers.get_content_charset() in {"utf-8", None}


def test_a_folder_without_its_slash_leads_to_it(served):
    for root in roots(served):
        answer, _ = get(root + "methodes")
        assert answer.status in {301, 302, 307, 308}
        assert urlsplit(answer.headers["location"]).path == urlsplit(root).path + "methodes/"


def test_what_is_not_found_is_said_by_the_page_of_the_site(served, built):
    address, _ = served
    answer, content = get(address + "/nulle/part/")
    assert answer.status == 404
    assert answer.headers.get_content_type() == "text/html"
    assert content == (built / "404.html").read_bytes()


def test_files_with_a_fingerprint_are_kept_and_pages_asked_for_again(served, built):
    for root in roots(served):
        for path in [*one_of_each_kind(built), "methodes/"]:
            answer, _ = get(root + path)
            lasting = YEAR if FINGERPRINT.search(path) else "no-cache"
            assert answer.headers["cache-control"] == lasting, path
        answer, _ = get(root + "methodes/index.html")
        mark = {"If-None-Match": answer.headers["etag"]}
        assert get(root + "methodes/index.html", **mark)[0].status == 304


def test_texts_travel_compressed(served, built):
    for root in roots(served):
        for path in ["methodes/index.html", "commons.json", "feed.xml", "evenements/agenda.ics"]:
            answer, content = get(root + path, **{"Accept-Encoding": "gzip"})
            assert answer.headers["content-encoding"] == "gzip", path
            assert gzip.decompress(content) == (built / path).read_bytes()
            assert "accept-encoding" in answer.headers["vary"].lower()


def test_browsers_are_told_to_refuse_what_is_not_of_the_site(served):
    address, _ = served
    for path in ["/", "/methodes/", "/nulle/part/"]:
        headers = get(address + path)[0].headers
        assert headers["content-security-policy"] == POLICY, path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def told(start):
    """The commands of the page on publishing that start so."""
    return [line for line in guide.commands("publier") if line.startswith(start)]


def run(command, folder, **environment):
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=os.environ | environment, capture_output=True,
        text=True, timeout=5 * PATIENCE,
    )
    assert done.returncode == 0, command + "\n" + done.stdout + done.stderr
    return done.stdout


def files_of(folder):
    """The files of a folder that are published, with their content."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }


@pytest.fixture
def output(built, tmp_path):
    """A folder with a site in `output`, as the one that readers of the guide stand in."""
    small = tmp_path / "mine"
    (small / "output").mkdir(parents=True)
    for name in ["index.html", "404.html", "feed.xml", "assets", "a-propos", "evenements"]:
        source = built / name
        target = small / "output" / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
    (small / "output/.archipel-manifest").write_text("index.html\n")
    return small


def test_rsync_sends_what_changed_and_takes_away_what_is_gone(output, tmp_path):
    (command,) = told("rsync")
    there = tmp_path / "there"
    there.mkdir()
    (there / ".htaccess").write_text("kept")
    command = servers.replace(command, ("serveur:/var/www/lab/", f"{there}/"))
    run(command, output)
    assert files_of(there) == files_of(output / "output")
    (output / "output/404.html").unlink()
    run(command, output)
    assert not (there / "404.html").exists()
    assert [file.name for file in there.glob(".*")] == [".htaccess"]


@contextmanager
def ftp_server(folder):
    authorizer = DummyAuthorizer()
    authorizer.add_user("identifiant", "secret", str(folder), perm="elradfmwMT")
    handler = type("Handler", (FTPHandler,), {"authorizer": authorizer})
    server = FTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"timeout": 0.05})
    thread.start()
    try:
        yield server.address[1]
    finally:
        server.close_all()
        thread.join(PATIENCE)


def test_lftp_sends_what_changed_and_takes_away_what_is_gone(output, tmp_path):
    (command,) = told("lftp")
    there = tmp_path / "ftp"
    (there / "www").mkdir(parents=True)
    (there / "www/.htaccess").write_text("kept")
    with ftp_server(there) as port:
        # The password that lftp asks for on a terminal.
        command = servers.replace(
            command, ("-u identifiant", "-u identifiant,secret"),
            ("ftp.exemple.fr", f"127.0.0.1:{port}"),
        )
        home = str(tmp_path)
        run(command, output, HOME=home)
        assert files_of(there / "www") == files_of(output / "output")
        (output / "output/404.html").unlink()
        (output / "output/index.html").write_text("<p>Nouveau, et plus court.")
        run(command, output, HOME=home)
    assert files_of(there / "www") == files_of(output / "output")
    assert (there / "www/.htaccess").read_text() == "kept"


@pytest.fixture
def object_store(tmp_path, monkeypatch):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    (tmp_path / ".s3cfg").write_text(
        f"[default]\naccess_key = a\nsecret_key = b\nuse_https = False\n"
        f"host_base = {host}:{port}\nhost_bucket = {host}:{port}\n"
        "bucket_location = eu-west-3\n"
    )
    store = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", aws_access_key_id="a",
        aws_secret_access_key="b", region_name="eu-west-3",
        config=Config(s3={"addressing_style": "path"}),
    )
    yield store, str(tmp_path)
    server.stop()


def test_s3cmd_sends_each_file_with_its_kind_and_how_long_it_lasts(output, object_store):
    store, home = object_store
    shutil.copy2(output / "output/index.html", output / "output/old.html")
    commands = told("s3cmd")
    assert len(commands) == 4
    for command in commands:
        run(command, output, HOME=home)
    (output / "output/old.html").unlink()
    for command in commands[2:]:
        run(command, output, HOME=home)
    keys = [item["Key"] for item in store.list_objects_v2(Bucket="lab-exemple")["Contents"]]
    assert set(keys) == files_of(output / "output").keys()
    for key in keys:
        item = store.get_object(Bucket="lab-exemple", Key=key)
        assert item["Body"].read() == (output / "output" / key).read_bytes()
        lasting = YEAR if FINGERPRINT.search(key) else "no-cache"
        assert item["CacheControl"] == lasting, key
        assert item["ContentType"].split(";")[0] in KINDS[Path(key).suffix], key
    website = store.get_bucket_website(Bucket="lab-exemple")
    assert website["IndexDocument"] == {"Suffix": "index.html"}
    assert website["ErrorDocument"] == {"Key": "404.html"}


def script_of(workflow):
    """The lines that a continuous integration service runs."""
    for job in workflow.get("jobs", workflow).values():
        if isinstance(job, dict):
            yield from job.get("script", [])
            for step in job.get("steps", []):
                yield from step.get("run", "").splitlines()


@pytest.mark.parametrize("name", [".gitlab-ci.yml", ".github/workflows/pages.yml"])
def test_continuous_integration_builds_the_site(program, tmp_path, name):
    workflow = yaml.safe_load(guide.block("publier", "yaml", name))
    lines = list(script_of(workflow))
    assert [line.split()[0] for line in lines] == ["apt-get", "apt-get", "archipel"]
    assert "./outils/*.deb" in lines[1]
    subprocess.run([program, "init", tmp_path / "lab"], check=True, capture_output=True)
    address = "https://lab.gitlab.io/site"
    line = re.sub(r"\$\{\{ steps\.pages\.outputs\.base_url \}\}", address, lines[2])
    (tmp_path / "archipel").symlink_to(program)
    run(line, tmp_path / "lab", CI_PAGES_URL=address, PATH=f"{tmp_path}:{os.environ['PATH']}")
    page = (tmp_path / "lab/public/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}/">' in page


def test_the_folder_for_a_usb_stick_opens_from_a_disk(program, page, tmp_path):
    (command,) = [line for line in told("archipel build --offline")]
    subprocess.run([program, "init", tmp_path / "lab"], check=True, capture_output=True)
    (tmp_path / "archipel").symlink_to(program)
    run(command, tmp_path / "lab", PATH=f"{tmp_path}:{os.environ['PATH']}")
    page.goto((tmp_path / "lab/cle-du-lab/index.html").as_uri())
    assert page.evaluate("Archipel.search('table').then(({total}) => total)") > 0
    page.get_by_role("link", name="Méthodes").first.click()
    assert page.locator("h1").inner_text() == "Méthodes"
