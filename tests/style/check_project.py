#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the files of the project that no compiler reads, and names what is wrong with them:

    python3 check_project.py <tree> <version>

YAML and JSON must parse. Workflows may only run `./run` with words that it knows, or configure and build a
preset that is there, and must run each word that decides something. Every text that tells the version must tell that of version.hpp, and so
must <version>, which is the one that CMake builds with.
"""

import fnmatch
import json
import os
import pathlib
import re
import sys

import yaml

# Folders of what is made, and of what is wrong on purpose.
NOT_OURS = {".git", "build", "broken", "seeds"}
# Words of ./run that show something and decide nothing, or are part of others.
SHOWS = {"demo", "bench", "only"}
# Files that may tell the version, and how. `major.minor` is enough where only that is told.
TELLS_VERSION = [
    ("README.md", r"^This is (\d+\.\d+\.\d+)"),
    ("CHANGELOG.md", r"\A.*?^(?:What will be |## \[)(\d+\.\d+\.\d+)"),  # The first that it tells.
    ("*.md", r"find_package\(ionoscloud-container-registry (\d+(?:\.\d+)+)"),
    ("*CMakeLists.txt", r"find_package\(ionoscloud-container-registry (\d+(?:\.\d+)+)"),
    ("*vcpkg.json", r'"version(?:-semver)?": *"([^"]+)"'),
    ("*conanfile.py", r'^ *version *= *"([^"]+)"'),
]


def files(tree, pattern):
    """The files whose path fits, in which a `*` stands for folders, too."""
    for folder, folders, names in os.walk(tree):
        folders[:] = sorted(set(folders) - NOT_OURS)
        for path in (pathlib.Path(folder, name) for name in sorted(names)):
            name = path.relative_to(tree).as_posix()
            if fnmatch.fnmatchcase(name, pattern):
                yield path, name


def unreadable(tree):
    readers = {".yml": yaml.safe_load, ".yaml": yaml.safe_load, ".json": json.loads}
    for suffix, read in readers.items():
        for path, name in files(tree, f"*{suffix}"):
            try:
                read(path.read_text(encoding="utf-8"))
            except (yaml.YAMLError, ValueError) as error:
                yield f"{name}: {' '.join(str(error).split())}"


def commands(workflow):
    """Every command of a workflow, once for each entry of the matrix that it is written for."""
    for job in workflow["jobs"].values():
        entries = job.get("strategy", {}).get("matrix", {}).get("include", [{}])
        for step in job["steps"]:
            for entry in entries if "run" in step else []:
                yield re.sub(r"\$\{\{ *matrix\.(\w+) *\}\}", lambda key: str(entry[key[1]]), step["run"])


def words_of_run(tree):
    usage = re.search(r"usage: \./run ([^\"]*)", (tree / "run").read_text(encoding="utf-8"))[1]
    return {re.match(r"[a-z]+", word)[0] for word in usage.split("|")}


def commands_of_presets(tree):
    """What configures and builds a preset, where `./run` can't be run."""
    path = tree / "CMakePresets.json"
    presets = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for preset in presets.get("configurePresets", []):
        yield f"cmake --preset {preset['name']}"
        yield f"cmake --build build/{preset['name']} --config Release"


def hidden_decisions(tree):
    known, used = words_of_run(tree), set()
    allowed = set(commands_of_presets(tree))
    for path, name in files(tree, ".github/workflows/*.yml"):
        for command in commands(yaml.safe_load(path.read_text(encoding="utf-8"))):
            if command in allowed:
                continue
            word = re.fullmatch(r"\./run ([a-z]+)( [a-z0-9]+)*", command)
            if word is None or word[1] not in known:
                yield f"{name}: runs `{command}`, which isn't one of ./run's, nor a preset"
            else:
                used.add(word[1])
    for word in sorted(known - SHOWS - used):
        yield f".github/workflows: nothing runs `./run {word}`"


def version_of(tree):
    header = tree / "include/ionoscloud/container_registry/version.hpp"
    text = header.read_text(encoding="utf-8")
    return ".".join(re.findall(r"#define IONOSCLOUD_CR_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", text))


def other_versions(tree, built):
    version = version_of(tree)
    if built != version:
        yield f"CMake: builds {built}, version.hpp {version}"
    for pattern, expression in TELLS_VERSION:
        for path, name in files(tree, pattern):
            text = path.read_text(encoding="utf-8")
            told = re.findall(expression, text, re.MULTILINE | re.DOTALL)
            if not told and pattern == name:
                yield f"{name}: tells no version"
            for one in told:
                if not f"{version}.".startswith(f"{one}."):
                    yield f"{name}: tells {one}, version.hpp {version}"


def main():
    tree = pathlib.Path(sys.argv[1])
    found = list(unreadable(tree)) or [*hidden_decisions(tree), *other_versions(tree, sys.argv[2])]
    for complaint in found:
        print(complaint)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
