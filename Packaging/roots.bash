# Bare systems of Debian, in which nothing is installed: what .ci/run, deb-test and archive-test
# source.
#
#   obstacle SUITE…          says in one line why no such system can be had here, if so
#   bare_root SUITE FOLDER   unpacks one into an empty folder
#   inside ROOT COMMAND…     runs a command in it, as root
#
# A system is fetched by debootstrap, from the mirror that apt uses on this machine or from MIRROR,
# and kept for a month as an archive. Inside, apt asks the same mirrors with the same settings.
# `inside` mounts in a namespace of its own: nothing stays mounted, whatever happens.

kept_roots=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/archipel/roots
# What commands inside find in their environment.
inside_environment=(
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8
)
# Folders of this machine that commands inside read at the same place.
inside_folders=()

say() { printf '\n== %s\n' "$*"; }

# Prints the sources of a suite as lines of sources.list. They are those that this machine's apt has
# for its own suite, with the name of the other.
debian_sources() {
  if [ -n "${MIRROR:-}" ]; then
    printf 'deb %s %s main\n' "$MIRROR/debian" "$1" "$MIRROR/debian" "$1-updates" \
      "$MIRROR/debian-security" "$1-security"
    return
  fi
  local own
  own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 2>/dev/null |
    awk -v own="$own" -v suite="$1" '
      $3 == "main" && ($2 == own || $2 == own "-updates" || $2 == own "-security") {
        sub("^" own, suite, $2); sub("/$", "", $1); print "deb", $1, $2, $3
      }' | sort -u
}

# Prints the mirror that a suite is fetched from.
debian_mirror() { debian_sources "$1" | awk -v suite="$1" '$3 == suite { print $2; exit }'; }

obstacle() {
  local suite mirror
  if [ "$(id -u)" != 0 ]; then
    echo "only root may make a bare system"
  elif ! unshare --mount --pid --fork true 2>/dev/null; then
    echo "root may not mount here"
  else
    for suite; do
      mirror=$(debian_mirror "$suite")
      if [ -z "$mirror" ]; then
        echo "apt has no mirror of Debian here, and MIRROR names none"
      elif ! ask_mirror "$mirror/dists/$suite/Release"; then
        echo "no mirror of Debian $suite answers"
      else
        continue
      fi
      return
    done
  fi
}

ask_mirror() (
  answer=$(mktemp -d)
  trap 'rm -rf "$answer"' EXIT
  /usr/lib/apt/apt-helper -o Acquire::Retries=1 -o Acquire::http::Timeout=20 \
    -o Acquire::https::Timeout=20 download-file "$1" "$answer/Release" >"$answer/log" 2>&1
)

bare_root() {
  local suite=$1 root=$2 kept=$kept_roots/$1.tar new
  mkdir -p "$kept_roots"
  if [ -z "$(find "$kept" -mtime -30 2>/dev/null)" ]; then
    say "fetch a bare Debian $suite"
    command -v debootstrap >/dev/null || {
      apt-get update -qq
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap
    }
    new=$(mktemp -d)
    debootstrap --variant=minbase "$suite" "$new" "$(debian_mirror "$suite")" >"$kept.log" ||
      { tail -5 "$kept.log"; rm -rf --one-file-system "$new"; return 1; }
    rm -f "$new"/var/cache/apt/archives/*.deb
    tar -C "$new" -cf "$kept.part" .
    mv "$kept.part" "$kept"
    rm -rf --one-file-system "$new"
  fi
  tar -C "$root" -xf "$kept"
  chmod 755 "$root"
  # What an installer writes on a machine.
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  printf '127.0.0.1 localhost\n::1 localhost\n127.0.1.1 %s\n' "$(uname -n)" >"$root/etc/hosts"
  # What is installed starts no service: the ports are those of this machine.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  debian_sources "$suite" >"$root/etc/apt/sources.list"
  {
    apt-config dump | grep -E '^Acquire::(Check|Retries|ForceIPv|http|https)' || true
    echo 'Dpkg::Use-Pty "0";'
    echo 'APT::Update::Error-Mode "any";'
  } >"$root/etc/apt/apt.conf.d/90machine"
}

inside() {
  local root=$1
  shift
  ROOT=$root FOLDERS=$(printf '%s\n' "${inside_folders[@]}") \
    unshare --mount --pid --fork --kill-child bash -euo pipefail -c '
      mount --rbind "$ROOT" "$ROOT"
      mount -t proc proc "$ROOT/proc"
      mount -t sysfs -o ro sysfs "$ROOT/sys"
      mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts "$ROOT/dev/pts"
      mount -t tmpfs -o mode=1777 tmpfs "$ROOT/dev/shm"
      while read -r folder; do
        [ -n "$folder" ] || continue
        mkdir -p "$ROOT$folder"
        mount --bind "$folder" "$ROOT$folder"
        mount -o remount,bind,ro "$ROOT$folder"
      done <<<"$FOLDERS"
      # Not by chroot, from which no user namespace may be made, as tests do.
      cd "$ROOT"
      mkdir .outside
      pivot_root . .outside
      umount -l /.outside
      rmdir /.outside
      cd /
      exec env -i "$@"
    ' inside "${inside_environment[@]}" "$@"
}
