# SPDX-License-Identifier: Apache-2.0
"""Markdown that is written for code hosts, as Doxygen reads it.

Headings get names of their own, links between documents become references, links to other files
of the repository, which the site doesn't have, plain text. Names of the library that stand as code
become links to the reference. Lines keep their numbers.
"""

import re

from page_names import HEADING, anchor, is_page, page_name

LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
NAME = re.compile(r"(?<!\[)`(?:cr::)?([A-Za-z_][\w:]*)(\(\))?`")
TYPE = re.compile(r"^(?:class|struct|enum class)(?: IONOSCLOUD_CR_EXPORT)? (\w+)[^;]*$", re.MULTILINE)
NAMESPACE = "ionoscloud::container_registry::"


def public_types(headers):
    """The types of the library by the names that documents use, and by which Doxygen knows them."""
    types = {}
    for header in headers:
        inner = "testing::" if header.parent.name == "testing" else ""
        for name in TYPE.findall(header.read_text(encoding="utf-8")):
            types[name] = types[inner + name] = NAMESPACE + inner + name
    return types


class Markdown:
    """One document of a tree."""

    def __init__(self, tree, document, types):
        self.tree, self.document, self.types = tree, document, types
        self.page = page_name(tree, document)

    def for_doxygen(self):
        return "\n".join(self.lines()) + "\n"

    def lines(self):
        fence = None
        for line in self.document.read_text(encoding="utf-8").splitlines():
            if line.lstrip().startswith("```"):
                opening = fence is None
                fence = line if opening else fence
                if fence == "```text":  # long lines, which the stylesheet lets wrap
                    line = "@verbatim" if opening else "@endverbatim"
                fence = fence if opening else None
            elif fence is None:
                line = HEADING.sub(self.heading, line)
                line = NAME.sub(self.name, LINK.sub(self.link, line))
            yield line

    def heading(self, match):
        level, text = match.groups()
        if self.is_index(self.document) and level != "#":
            return match[0]  # nameless, so that the navigation doesn't repeat the groups of the index
        name = self.page if level == "#" else f"{self.page}--{anchor(text)}"
        return f"{level} {text} {{#{name}}}"

    def link(self, match):
        text, target = match.groups()
        path, _, fragment = target.partition("#")
        if "://" in target:
            return match[0]
        file = (self.document.parent / path).resolve() if path else self.document
        if file.suffix == ".svg":
            return f"[{text}]({file.name})"
        if file.suffix == ".hpp":
            return f"[{text}](@ref {file.name})"
        if not is_page(self.tree, file):
            return text
        page = page_name(self.tree, file)
        target = f"{page}--{fragment}" if fragment and not self.is_index(file) else page
        if text.startswith("`"):
            return f'<code>@ref {target} "{text.strip("`")}"</code>'
        return f"[{text}](@ref {target})"

    def is_index(self, file):
        return file == self.tree / "docs/README.md"

    def name(self, match):
        name, call = match[1], match[2] or ""
        outer, _, member = name.partition("::")
        if name not in self.types and outer not in self.types:
            return match[0]
        full = self.types.get(name) or f"{self.types[outer]}::{member}"
        return f'<code>@ref {full} "{name}{call}"</code>'
