# SPDX-License-Identifier: Apache-2.0
"""The pages of the site, their names and those of their sections."""

import re

BESIDE_DOCS = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
HEADING = re.compile(r"^(#+) +(.+)$")


def pages(tree):
    """The documents that become pages: those of docs/, and of the top what docs/ doesn't say."""
    beside = (tree / name for name in BESIDE_DOCS)
    return [*sorted(tree.glob("docs/**/*.md")), *(page for page in beside if page.exists())]


def is_page(tree, file):
    return file in pages(tree)


def page_name(tree, document):
    """docs/guides/errors.md is the page guides-errors, CHANGELOG.md the page changelog."""
    path = document.relative_to(tree).with_suffix("")
    parts = path.parts[1:] if path.parts[0] == "docs" else path.parts
    return "-".join(parts).lower()


def anchor(heading):
    """The name under which a code host lets a heading be linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
