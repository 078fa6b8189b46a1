"""What the benchmarks share: a timed run of a program, and the program to time."""

import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


class Run:
    """One timed run of a program: seconds, peak memory, and the phases that it told."""

    def __init__(self, command):
        # What earlier runs wrote goes to the disk now, not in the middle of this one.
        os.sync()
        with tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                command,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env=dict(os.environ, SOURCE_DATE_EPOCH="1735689600"),
            )
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace")
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit status {process.returncode}\n{said[-2000:]}")
        self.megabytes = usage.ru_maxrss / 1024
        phases = re.findall(r"^(\S+)\t([0-9.]+)$", said, re.MULTILINE)
        self.phases = {name: float(seconds) for name, seconds in phases}


def compile_floor(folder):
    program = os.path.join(folder, "floor")
    source = os.path.join(HERE, "floor.c")
    libraries = ["-lcmark-gfm-extensions", "-lcmark-gfm"]
    subprocess.run(["cc", "-std=gnu11", "-O2", "-o", program, source, *libraries], check=True)
    return program


def compile_archipel():
    if "ARCHIPEL" in os.environ:
        return os.path.abspath(os.environ["ARCHIPEL"])
    subprocess.run(["make", "-C", ROOT, "program"], check=True, stdout=sys.stderr)
    return os.path.join(ROOT, ".build/release/archipel")


def generate(size, folder):
    """Writes a site of some sheets, always the same, and returns its folder."""
    site = os.path.join(folder, f"site-{size}")
    subprocess.run([os.path.join(HERE, "generate"), str(size), site], check=True)
    return site


def print_goal(what, value, most, unit):
    state = "reached" if value <= most else "NOT REACHED"
    print(f"{what}: {value:.2f}{unit}, goal ≤ {most}{unit}: {state}")
