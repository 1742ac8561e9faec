# SPDX-License-Identifier: Apache-2.0
"""Checks the code blocks of a tree's documents, and names the file and the line of each that is wrong:

    python3 check_examples.py <tree> <compiler> <flag>...

What is checked depends on the language after the fence:

- cpp: it compiles. One with an #include line is a whole file and is compiled as it is, or skipped
  where another library that it includes isn't installed. Any other is the body of a function behind
  prelude.hpp, which declares what examples may use.
- sh: the shell can read it.
- cmake: CMake can read it, and knows its commands, or the modules that it includes do by their names.
- json: it is JSON.
- yaml: it is YAML, where Python can read that.
- text, log: messages of the library, which docs-tests compares with the real ones, and its log.
- console: a session with the tool, which a test of the tool replays.
- meson: a project that the tests of the installed packages have.

A block of any other language, or of none, is wrong.
"""

import concurrent.futures
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from documents import documents

try:
    import yaml
except ImportError:
    yaml = None

PRELUDE = pathlib.Path(__file__).with_name("prelude.hpp")
BLOCK = re.compile(r"^[ \t]*```(\w*)\n(.*?)^[ \t]*```$", re.MULTILINE | re.DOTALL)
INCLUDE = re.compile(r"^#include (.*)$", re.MULTILINE)
CMAKE_COMMAND = re.compile(r"^\s*(\w+)\s*\(", re.MULTILINE)


def blocks(document):
    """The code blocks of a document: line, language and text."""
    text = document.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        yield 1 + text.count("\n", 0, match.start(2)), match[1], match[2]


def run(command, text):
    """What a program that reads `text` has to complain of; nothing if it's content."""
    done = subprocess.run(command, input=text, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout or "failed" if done.returncode else ""


def cpp_sources(examples):
    """C++ examples as source files, each with how many it holds. #line makes the compiler name the
    document."""
    bodies = [f'#include "{PRELUDE}"']
    for name, line, code in examples:
        located = f'#line {line} "{name}"\n{code}'
        if INCLUDE.search(code):
            yield located, 1
        else:
            bodies.append(f"static void example_{len(bodies)}() {{\n{located}}}")
    yield "\n".join(bodies), len(bodies) - 1


def wrong_cpp(source, command):
    return run([*command, "-fsyntax-only", "-x", "c++", "-"], source)


def missing_header(code, command):
    """The first header of a C++ example that isn't there; nothing when all are."""
    for header in INCLUDE.findall(code):
        if run([*command, "-E", "-x", "c++", "-"], f"#if !__has_include({header})\n#error\n#endif\n"):
            return header
    return ""


def wrong_sh(code):
    return run(["sh", "-n"], code)


def wrong_cmake(code):
    with tempfile.NamedTemporaryFile("w", suffix=".cmake") as script:
        script.write(f"if(FALSE)\n{code}\nendif()\n")  # it is read, and not executed
        script.flush()
        syntax = run(["cmake", "-P", script.name], "")
    known = subprocess.run(["cmake", "--help-command-list"], stdout=subprocess.PIPE, text=True).stdout.split()
    modules = tuple(f"{module}_" for module in re.findall(r"include\((\w+)\)", code))
    unknown = [
        name for name in CMAKE_COMMAND.findall(code)
        if name not in known and not name.startswith(modules)
    ]
    return syntax or "".join(f"CMake has no {name}\n" for name in unknown)


def wrong_json(code):
    try:
        json.loads(code)
    except ValueError as error:
        return f"{error}\n"
    return ""


def wrong_yaml(code):
    if yaml is None:
        return ""
    try:
        yaml.safe_load(code)
    except yaml.YAMLError as error:
        return f"{error}\n"
    return ""


CHECKS = {"sh": wrong_sh, "cmake": wrong_cmake, "json": wrong_json, "yaml": wrong_yaml, **dict.fromkeys(["text", "log", "console", "meson"], lambda _: "")}


def checks(tree, command):
    """Pairs of how many blocks a check is about, and a function that returns what is wrong with them."""
    found = [
        (document.relative_to(tree), *block) for document in documents(tree) for block in blocks(document)
    ]
    cpp = []
    for name, line, language, code in found:
        if language != "cpp":
            continue
        header = missing_header(code, command)
        # Ours are there, or the example is wrong.
        if header and "ionoscloud" not in header:
            print(f"{name}:{line}: skipped: {header} isn't installed")
        else:
            cpp.append((name, line, code))
    for source, count in cpp_sources(cpp):
        yield count, functools.partial(wrong_cpp, source, command)
    for name, line, language, code in found:
        if language != "cpp":
            yield 1, functools.partial(wrong, name, line, language, code)


def wrong(name, line, language, code):
    check = CHECKS.get(language)
    complaint = check(code) if check else f"blocks of the language '{language}' can't be checked\n"
    return complaint and f"{name}:{line}: error: {complaint}"


def main(tree, *command):
    tree = pathlib.Path(tree)
    todo = list(checks(tree, command))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        complaints = list(threads.map(lambda check: check[1](), todo))
    print(*filter(None, complaints), sep="", end="")
    total = sum(count for count, _ in todo)
    right = sum(count for (count, _), complaint in zip(todo, complaints) if not complaint)
    print(f"{right} of {total} code blocks are right in {tree}")
    return 0 if 0 < total == right else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
