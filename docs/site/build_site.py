# SPDX-License-Identifier: Apache-2.0
"""Makes the documentation's site by Doxygen:

    python3 build_site.py <tree> <output> <version> <doxygen>

It is in <output>/html then. docs/README.md, which lists the pages, is its first page and its
navigation. Whatever Doxygen warns of ends it with 1.
"""

import pathlib
import re
import shutil
import subprocess
import sys
from xml.sax.saxutils import quoteattr

from markdown import Markdown, public_types
from page_names import page_name, pages

SITE = pathlib.Path(__file__).resolve().parent
GROUP = re.compile(r"^## (.+)\n((?:(?!## ).*\n)*)", re.MULTILINE)
ENTRY = re.compile(r"^- \[(.+?)\]\((\S+?)\)", re.MULTILINE)
INLINE_NAMESPACE = re.compile(r"^(inline namespace v0 \{|\}  // namespace v0)$", re.MULTILINE)


def index_groups(tree):
    """The groups of the index: a heading, and the titles and documents of the links under it."""
    index = tree / "docs/README.md"
    for heading, body in GROUP.findall(index.read_text(encoding="utf-8")):
        yield heading, [(title, (index.parent / path).resolve()) for title, path in ENTRY.findall(body)]


def layout(tree):
    """Doxygen's layout, the pages of the index filled in."""
    text = (SITE / "layout.xml").read_text(encoding="utf-8")
    for heading, entries in index_groups(tree):
        tabs = (
            f'<tab type="user" url="@ref {page_name(tree, page)}" title={quoteattr(title)}/>'
            for title, page in entries
        )
        text = text.replace(f"@{heading}@", "".join(tabs))
    return text


def missing_in_index(tree):
    listed = {page for _, entries in index_groups(tree) for _, page in entries}
    return [page for page in pages(tree) if page not in listed | {tree / "docs/README.md"}]


def prepare(tree, copies):
    """Writes the inputs as Doxygen is to read them, line by line what they were."""
    shutil.rmtree(copies, ignore_errors=True)
    headers = list(tree.glob("include/**/*.hpp"))
    types = public_types(headers)
    texts = {header: without_inline_namespace(header) for header in headers}
    texts.update((page, Markdown(tree, page, types).for_doxygen()) for page in pages(tree))
    for file, text in texts.items():
        copy = copies / file.relative_to(tree)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")


def without_inline_namespace(header):
    return INLINE_NAMESPACE.sub("", header.read_text(encoding="utf-8"))


def settings(tree, output, copies, version):
    """What the Doxyfile can't say, since it depends on where things are."""
    return {
        "PROJECT_NUMBER": version,
        "INPUT": copies,
        "OUTPUT_DIRECTORY": output,
        "STRIP_FROM_PATH": f'{copies}" "{copies}/include',
        "STRIP_FROM_INC_PATH": copies / "include",
        "USE_MDFILE_AS_MAINPAGE": copies / "docs/README.md",
        "IMAGE_PATH": tree / "docs",
        "LAYOUT_FILE": output / "layout.xml",
        "HTML_EXTRA_STYLESHEET": SITE / "site.css",
    }


def main(tree, output, version, doxygen):
    tree, output = pathlib.Path(tree).resolve(), pathlib.Path(output).resolve()
    copies = output / "input"
    prepare(tree, copies)
    (output / "layout.xml").write_text(layout(tree), encoding="utf-8")
    values = settings(tree, output, copies, version).items()
    doxyfile = (SITE / "Doxyfile").read_text(encoding="utf-8") + "".join(
        f'{name} = "{value}"\n' for name, value in values
    )
    run = subprocess.run(
        [doxygen, "-"], input=doxyfile, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    print(run.stdout.replace(f"{copies}/", ""), end="")
    unlisted = missing_in_index(tree)
    for page in unlisted:
        print(f"docs/README.md: no link to {page.relative_to(tree)}")
    return 1 if unlisted else run.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
