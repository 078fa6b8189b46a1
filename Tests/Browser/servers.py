"""Web servers that publish a site as the guide tells hosts to: at the root and in a sub-folder.

What they say to browsers is what the guide says, word for word. Here are only the parts that a
machine has already: where it listens, as whom it runs, and what its packages load.
"""

import os
import random
import re
import shutil
import socket
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path

import guide
from patience import PATIENCE, wait_until

SUBFOLDER = "/sous/dossier/"
# Where the guide puts the site, and where it is seen.
FOLDER = "/var/www/lab"
HOST = "lab.exemple.fr"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
# Where Debian puts servers; the PATH of a plain user leaves these out.
SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin"

NGINX = """
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
daemon off;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {site}
}}
"""

APACHE = """
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
{user}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule filter_module {modules}/mod_filter.so
LoadModule deflate_module {modules}/mod_deflate.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /etc/mime.types
{site}
"""

# What a host that is shared lets its customers say in `.htaccess`.
SHARED_HOST = """
DocumentRoot {site}
<Directory {site}>
  Require all granted
  AllowOverride All
</Directory>
"""


def find_program(name):
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{SYSTEM_FOLDERS}")
    assert program, f"{name} is not installed"
    return program


def free_port():
    """A port that nobody has, none of those that the system gives to whoever asks for any."""
    given = Path("/proc/sys/net/ipv4/ip_local_port_range").read_text(encoding="ascii")
    first, last = map(int, given.split())
    kept = [port for port in range(10_000, 65_536) if not first <= port <= last]

    def is_free(port):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return True

    return next(filter(is_free, random.sample(kept, len(kept))))


def wait_for(port, process, folder):
    """Waits until a server answers, or has ended."""

    def answers():
        with socket.socket() as probe:
            probe.settimeout(1)
            return process.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0

    wait_until(answers)
    log = folder / "error.log"
    assert process.poll() is None, log.read_text() if log.is_file() else "it did not start"


@contextmanager
def running(command, port, folder, **options):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    try:
        wait_for(port, process, folder)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def replace(text, *changes):
    """Replaces each `(pattern, text)`, which must be there."""
    for pattern, replacement in changes:
        text, count = re.subn(pattern, lambda _, new=replacement: new, text)
        assert count, f"the guide does not say {pattern}"
    return text


def in_subfolder(page, language, site):
    """What the guide says of a site in a folder of another, for the folder of the tests."""
    return replace(
        guide.block(page, language, "sous-dossier"), (f"{FOLDER}/?", f"{site}/"), ("/lab/", SUBFOLDER)
    )


@contextmanager
def nginx(site: Path, folder: Path, besides=""):
    """Runs nginx on a free port of this machine; gives the address of the root.

    `besides` is what else its configuration says of the site.
    """
    # Started by root, nginx would read the site as a user who may not enter the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    port = free_port()
    told = replace(
        guide.block("publier", "nginx", "/etc/nginx/sites-available/lab"),
        (r"listen 80;\n.*listen \[::\]:80;", f"listen 127.0.0.1:{port};"), (FOLDER, str(site)),
        (r"\}\s*\Z", in_subfolder("publier", "nginx", site) + besides + "}\n"),
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(user=user, folder=folder, site=told))
    command = [find_program("nginx"), "-c", configuration, "-e", folder / "error.log"]
    with running(command, port, folder) as address:
        yield address


@contextmanager
def apache_with(told, port, folder: Path):
    # Apache never serves as root: its user must be able to read the folder.
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    configuration = folder / "apache.conf"
    configuration.write_text(
        APACHE.format(
            user=user, folder=folder, port=port, site=told, modules="/usr/lib/apache2/modules"
        )
    )
    command = [find_program("apache2"), "-f", configuration, "-DFOREGROUND"]
    with running(command, port, folder) as address:
        yield address


@contextmanager
def apache(site: Path, folder: Path, besides=""):
    """Runs Apache on a free port of this machine; gives the address of the root.

    `besides` is what else its configuration says of the site.
    """
    port = free_port()
    told = replace(
        guide.block("publier", "apache", "/etc/apache2/sites-available/lab.conf"),
        (r"\*:80", f"127.0.0.1:{port}"), (FOLDER, str(site)),
        ("</VirtualHost>", in_subfolder("publier", "apache", site) + besides + "</VirtualHost>"),
    )
    with apache_with(told, port, folder) as address:
        yield address


@contextmanager
def shared_host(site: Path, folder: Path, besides=""):
    """Runs Apache as a host that is shared does; the site says the rest in `.htaccess`."""
    (site / ".htaccess").write_text(guide.block("publier", "apache", ".htaccess") + "\n" + besides)
    port = free_port()
    with apache_with(SHARED_HOST.format(site=site), port, folder) as address:
        yield address


@contextmanager
def caddy(site: Path, folder: Path, besides=""):
    """Runs Caddy on a free port of this machine; gives the address of the root.

    `besides` is what else its configuration says of the site.
    """
    port = free_port()
    told = replace(
        guide.block("publier", "caddyfile", "/etc/caddy/Caddyfile"),
        (HOST, f"http://127.0.0.1:{port}"), (FOLDER, str(site)),
        (r"\}\s*\Z", in_subfolder("publier", "caddyfile", site) + besides + "}\n"),
    )
    # Caddy is reached by its own tools at a fixed port, which is another site's on a shared machine.
    configuration = folder / "Caddyfile"
    configuration.write_text("{\n\tadmin off\n}\n" + told)
    command = [find_program("caddy"), "run", "--config", configuration, "--adapter", "caddyfile"]
    places = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    with (folder / "error.log").open("w") as log:
        with running(
            command, port, folder, stderr=log, env=os.environ | places
        ) as address:
            yield address
