"""Web servers that publish the built site as a host would: at the root and in a sub-folder."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

SUBFOLDER = "/sous/dossier/"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
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
  include /etc/nginx/mime.types;
  charset utf-8;
  access_log off;
  gzip off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    absolute_redirect off;
    add_header Content-Security-Policy "{policy}" always;
    error_page 404 /404.html;
    location / {{ root {site}; }}
    location {subfolder} {{ alias {site}/; }}
  }}
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
LoadModule headers_module {modules}/mod_headers.so
TypesConfig /etc/mime.types
Header always set Content-Security-Policy "{policy}"
DocumentRoot {site}
Alias {subfolder} {site}/
ErrorDocument 404 /404.html
<Directory {site}>
  Require all granted
</Directory>
"""


def find_program(name):
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{SYSTEM_FOLDERS}")
    assert program, f"{name} is not installed"
    return program


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process, folder):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    log = folder / "error.log"
    raise AssertionError(log.read_text() if log.is_file() else "the server did not start")


@contextmanager
def running(command, port, folder):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port, process, folder)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def nginx(site: Path, folder: Path):
    """Runs nginx on a free port of this machine; gives the address of the root."""
    # Started by root, nginx would read the site as a user who may not enter the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(
        NGINX.format(
            user=user, folder=folder, port=port, policy=POLICY, site=site, subfolder=SUBFOLDER
        )
    )
    command = [find_program("nginx"), "-c", configuration, "-e", folder / "error.log"]
    with running(command, port, folder) as address:
        yield address


@contextmanager
def apache(site: Path, folder: Path):
    """Runs Apache on a free port of this machine; gives the address of the root."""
    # Apache never serves as root: its user must be able to read the folder.
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    port = free_port()
    configuration = folder / "apache.conf"
    configuration.write_text(
        APACHE.format(
            user=user, folder=folder, port=port, policy=POLICY, site=site,
            subfolder=SUBFOLDER, modules="/usr/lib/apache2/modules",
        )
    )
    command = [find_program("apache2"), "-f", configuration, "-DFOREGROUND"]
    with running(command, port, folder) as address:
        yield address
