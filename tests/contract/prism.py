#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prism, the judge: installs it from npm, and runs it.

usage: prism.py install <folder>

Puts Prism, in the versions of prism/package-lock.json, into <folder>. Ends with 77, which skips a
test, where there is no npm or npm reaches no registry.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import time

SKIPPED = 77
PINNED = pathlib.Path(__file__).parent / "prism"


def skip(why):
    print(why)
    sys.exit(SKIPPED)


def is_installed(folder):
    lock = folder / "package-lock.json"
    return (folder / "installed").exists() and lock.read_bytes() == (
        PINNED / "package-lock.json").read_bytes()


def install(folder):
    if is_installed(folder):
        return
    npm = shutil.which("npm")
    if npm is None:
        skip("contract: what Prism judges is skipped: there is no npm")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "installed").unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PINNED / name, folder / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline",
               "--fetch-retries=1"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        print(run.stdout + run.stderr)
        # What is there and doesn't fit what is pinned isn't the network's fault.
        if re.search("EINTEGRITY|EUSAGE", run.stdout + run.stderr):
            sys.exit(1)
        skip("contract: what Prism judges is skipped: npm can't install it, perhaps for want of a network")
    (folder / "installed").touch()


class Prism:
    """Prism while it runs: `with Prism(folder, "mock", "openapi.yaml") as prism`."""

    def __init__(self, folder, *arguments):
        if not is_installed(folder):
            skip("Prism isn't installed")
        self.log = folder / f"{arguments[0]}.{time.monotonic_ns()}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [folder / "node_modules/.bin/prism", *arguments, "--port", "0"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)

    def __enter__(self):
        """Waits until it listens, on a busy machine for minutes."""
        give_up = time.monotonic() + 300
        while time.monotonic() < give_up:
            listening = re.search(r"listening on http://([\d.]+):(\d+)", self.log.read_text())
            if listening:
                self.address = (listening[1], int(listening[2]))
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.__exit__()
        raise RuntimeError("Prism doesn't listen:\n" + self.log.read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "install":
        sys.exit(__doc__)
    install(pathlib.Path(sys.argv[2]))
