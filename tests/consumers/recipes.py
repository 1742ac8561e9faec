#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the vcpkg port and the Conan recipe against the tree: recipes.py vcpkg|conan <source>

Neither tool is needed. What they'd do with the files can't be seen here; that the files agree with
the tree can.
"""

import ast
import json
import re
import sys
from pathlib import Path

complaints = []


def demand(truth, complaint):
    if not truth:
        complaints.append(complaint)


def version_of(tree):
    header = (tree / "include/ionoscloud/container_registry/version.hpp").read_text()
    return ".".join(re.findall(r"#define IONOSCLOUD_CR_VERSION_\w+ (\d+)", header))


def options_of(tree):
    return set(re.findall(r"option\((\w+)", (tree / "cmake/Options.cmake").read_text()))


def least_versions_of(tree):
    """What the build asks for, by the names of the packages elsewhere."""
    text = "".join((tree / "cmake" / name).read_text()
                   for name in ("library-dependencies.cmake", "cpp-httplib.cmake"))
    found = dict(re.findall(r"set\(ionoscloud_cr_least_([\w-]+) ([\d.]+)\)", text))
    names = {"CURL": "libcurl", "OpenSSL": "openssl", "cpp_httplib": "cpp-httplib"}
    return {names.get(name, name): version for name, version in found.items()}


def check_options(tree, text):
    named = set(re.findall(r"IONOSCLOUD_CR_(?:BUILD|WARNINGS|INSTALL|WITH)\w*", text))
    demand(named, "no option of the library is named")
    for option in named - options_of(tree):
        demand(False, f"there is no option {option}")


def check_vcpkg(tree):
    port = tree / "packaging/vcpkg/ionoscloud-container-registry"
    manifest = json.loads((port / "vcpkg.json").read_text())
    portfile = (port / "portfile.cmake").read_text()

    demand(manifest["name"] == port.name, "the port's name isn't that of its folder")
    demand(manifest["version-semver"] == version_of(tree),
           f"vcpkg.json has version {manifest['version-semver']}, not {version_of(tree)}")
    check_options(tree, portfile)
    for feature in re.findall(r"^ +(?:FEATURES )? *(\w+) +IONOSCLOUD_CR_", portfile, re.MULTILINE):
        demand(feature in manifest["features"], f"vcpkg.json has no feature {feature}")

    curl = next(each for each in manifest["dependencies"] if "curl" in each or each["name"] == "curl")
    demand("http2" in curl["features"], "libcurl would come without HTTP/2")

    up = re.search(r'SOURCE_PATH "\$\{CMAKE_CURRENT_LIST_DIR\}/([./]+)"', portfile).group(1)
    demand((port / up).resolve() == tree.resolve(), "the source path isn't the tree")
    for name in re.findall(r'"\$\{CMAKE_CURRENT_LIST_DIR\}/(\w+)"', portfile):
        demand((port / name).is_file(), f"there is no {name}")
    for name in re.findall(r'"\$\{SOURCE_PATH\}/(\w+)"', portfile):
        demand((tree / name).is_file(), f"there is no {name}")


def check_conan(tree):
    folder = tree / "packaging/conan"
    text = (folder / "conanfile.py").read_text()
    recipe = ast.parse(text)
    compile(recipe, "conanfile.py", "exec")
    compile((folder / "test_package/conanfile.py").read_text(), "test_package/conanfile.py", "exec")
    check_options(tree, text)

    constants = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in recipe.body if isinstance(node, ast.Assign)
    }
    for pattern in constants["SOURCES"]:
        demand(any(tree.glob(pattern)), f"nothing is {pattern}")
    demand((tree / constants["VERSION_HEADER"]).is_file(), "the version's header is elsewhere")
    pattern = re.search(r'findall\(r"([^"]+)"', text).group(1)
    header = (tree / constants["VERSION_HEADER"]).read_text()
    demand(".".join(re.findall(pattern, header)) == version_of(tree), "the version is read wrongly")

    for package, least in least_versions_of(tree).items():
        demand(f"{package}/[>={least} <" in text, f"{package} isn't asked for as {least} or newer")
    demand('"libcurl/*:with_nghttp2": True' in text, "libcurl would come without HTTP/2")

    # Whatever the build reads, the recipe exports.
    exported = {pattern.split("/")[0] for pattern in constants["SOURCES"]}
    build = [tree / "CMakeLists.txt", *(tree / "cmake").glob("*.cmake")]
    for place in re.findall(r"(?:include\(|FILES |configure_file\()([\w-]+)/", "".join(map(Path.read_text, build))):
        demand(place in exported, f"the build reads {place}, which isn't exported")
    for name in ("CMakeLists.txt", "test_package.cpp"):
        demand((folder / "test_package" / name).is_file(), f"test_package has no {name}")


{"vcpkg": check_vcpkg, "conan": check_conan}[sys.argv[1]](Path(sys.argv[2]))
sys.exit("\n".join(complaints) or 0)
