# SPDX-License-Identifier: Apache-2.0
"""Follows the links of a site on this machine, and names the page of each that leads nowhere:

    python3 follow_site_links.py <folder>

Those of the pages are followed, and those of the scripts that hold the menu and the search's
results. Links to other sites aren't, but for this project's own there should be none.
"""

import html.parser
import pathlib
import re
import sys
import urllib.parse

# As menudata.js and search/*.js have them: {text:"Errors",url:"errors.html"}, ['errors_1',['Errors',['../errors.html', …
IN_SCRIPT = re.compile(r"""(?:url:|\[)['"]((?:\.\./)?[\w.-]+\.html(?:#[\w.-]*)?)['"]""")


class Page(html.parser.HTMLParser):
    """The names that a page can be entered at, and what it links to."""

    def __init__(self, file):
        super().__init__()
        self.names, self.links = set(), []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.names.update(values[key] for key in ("id", "name") if values.get(key))
        self.links += [values[key] for key in ("href", "src") if values.get(key)]


def links(folder, pages):
    """Every link: the file that has it, and where it leads."""
    for file, page in pages.items():
        yield from ((file, link) for link in page.links)
    for script in [folder / "menudata.js", *sorted(folder.glob("search/*.js"))]:
        if script.exists():
            yield from ((script, link) for link in IN_SCRIPT.findall(script.read_text(encoding="utf-8")))


def leads_somewhere(file, link, pages):
    path, _, name = urllib.parse.unquote(link).partition("#")
    target = (file.parent / path).resolve() if path else file
    return target.exists() and (not name or target not in pages or name in pages[target].names)


def main(folder):
    folder = pathlib.Path(folder).resolve()
    pages = {file: Page(file) for file in sorted(folder.glob("*.html"))}
    followed = 0
    lost = []
    for file, link in links(folder, pages):
        if urllib.parse.urlsplit(link).scheme:
            continue
        followed += 1
        if not leads_somewhere(file, link, pages):
            lost.append(f"{file.relative_to(folder)}: no {link}")
    print(f"{followed} links on {len(pages)} pages of {folder}", *sorted(set(lost)), sep="\n")
    return 0 if followed > 0 and not lost else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
