# SPDX-License-Identifier: Apache-2.0
"""Compiles the C++ examples of README.md and docs/ in a tree, and names the file and the line of
each that doesn't:

    python3 compile_examples.py <tree> <compiler> <flag>...

An example is a block fenced as ```cpp. One with an #include line is a whole file and is compiled as
it is. Any other is the body of a function behind prelude.hpp, which declares what examples may use.
"""

import pathlib
import re
import subprocess
import sys

PRELUDE = pathlib.Path(__file__).with_name("prelude.hpp")
EXAMPLE = re.compile(r"^[ \t]*```cpp\n(.*?)^[ \t]*```$", re.MULTILINE | re.DOTALL)
INCLUDE = re.compile(r"^#include ", re.MULTILINE)


def documents(tree):
    return [tree / "README.md", *sorted(tree.glob("docs/**/*.md"))]


def examples(document):
    text = document.read_text(encoding="utf-8")
    for match in EXAMPLE.finditer(text):
        yield 1 + text.count("\n", 0, match.start(1)), match[1]


def sources(document, name):
    """The examples of a document as source files. #line makes the compiler name the document."""
    bodies = f'#include "{PRELUDE}"\n'
    for line, code in examples(document):
        located = f'#line {line} "{name}"\n{code}'
        if INCLUDE.search(code):
            yield located
        else:
            bodies += f"static void example_at_line_{line}() {{\n{located}}}\n"
    yield bodies


def compiles(source, command):
    run = subprocess.run([*command, "-fsyntax-only", "-x", "c++", "-"], input=source, text=True)
    return run.returncode == 0


def main(tree, *command):
    tree = pathlib.Path(tree)
    count = sum(1 for document in documents(tree) for _ in examples(document))
    results = [
        compiles(source, command)
        for document in documents(tree)
        for source in sources(document, document.relative_to(tree))
    ]
    print(f"{count} examples in {tree}")
    return 0 if count > 0 and all(results) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
