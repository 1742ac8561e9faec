# SPDX-License-Identifier: Apache-2.0
"""Follows the links between the files of a tree, and names the file and the line of each that leads
nowhere:

    python3 follow_links.py <tree>

Links of all Markdown files are followed, headings included. Links to other sites aren't.
"""

import pathlib
import re
import sys

from documents import documents

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CODE = re.compile(r"^[ \t]*```.*?^[ \t]*```$", re.MULTILINE | re.DOTALL)


def prose(document):
    """The text, its code blocks emptied so that the lines keep their numbers."""
    text = document.read_text(encoding="utf-8")
    return CODE.sub(lambda block: "\n" * block[0].count("\n"), text)


def anchors(document):
    """The names under which a heading can be linked to, by GitHub's rule."""
    for heading in HEADING.findall(prose(document)):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def leads_somewhere(document, target):
    path, _, anchor = target.partition("#")
    file = document.parent / path if path else document
    return file.exists() and (not anchor or anchor in anchors(file))


def main(tree):
    tree = pathlib.Path(tree)
    followed = 0
    lost = []
    for document in documents(tree):
        for number, line in enumerate(prose(document).splitlines(), 1):
            for target in LINK.findall(line):
                if "://" in target:
                    continue
                followed += 1
                if not leads_somewhere(document, target):
                    lost.append(f"{document.relative_to(tree)}:{number}: no {target}")
    print(f"{followed} links in {tree}", *lost, sep="\n")
    return 0 if followed > 0 and not lost else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
