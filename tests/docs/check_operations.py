# SPDX-License-Identifier: Apache-2.0
"""Holds the pages of the operations against the library and the API's contract, and names what differs:

    python3 check_operations.py <folder of the documentation> <openapi.yaml> <tables.json>

Each operation of the library (tables.json is what `contract-tables` writes) has a page in operations/,
named by its id, and a line in README.md, the index. Nothing else has. Its request line, its parameters and the statuses of its errors,
each with the exception of that status, must be those of the contract.
"""

import json
import pathlib
import re
import sys

import yaml

REQUEST = re.compile(r"^\| request \| `(\w+) (\S+)` \|$", re.MULTILINE)
PARAMETER = re.compile(r"^\| `(\w+)` \| (path|query) \|", re.MULTILINE)
INDEX_LINE = re.compile(r"\]\(operations/(\w+)\.md\): `(\w+)`$", re.MULTILINE)
ERROR = re.compile(r"^\| ([\d, ]+) \| `(\w+)` \|", re.MULTILINE)
EXCEPTIONS = {
    400: "BadRequestException",
    401: "UnauthorizedException",
    403: "ForbiddenException",
    404: "NotFoundException",
    409: "ConflictException",
    422: "UnprocessableEntityException",
    429: "RateLimitedException",
    500: "ServiceException",
    503: "ServiceException",
}


def referred(contract, part):
    """What a `$ref` of the contract stands for; anything else as it is."""
    if "$ref" not in part:
        return part
    for name in part["$ref"].split("/")[1:]:
        contract = contract[name]
    return contract


def contract_operations(contract):
    """What the contract says of its operations, by their ids."""
    for path, item in contract["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            parameters = [*item.get("parameters", []), *operation.get("parameters", [])]
            statuses = [int(status) for status in operation["responses"] if status.isdigit()]
            yield operation["operationId"], {
                "request": {f"{method.upper()} {path}"},
                "parameters": {
                    (parameter["name"], parameter["in"])
                    for parameter in (referred(contract, part) for part in parameters)
                },
                "errors": {(status, EXCEPTIONS[status]) for status in statuses if status >= 300},
            }


def page_operation(text):
    return {
        "request": {" ".join(request) for request in REQUEST.findall(text)},
        "parameters": set(PARAMETER.findall(text)),
        "errors": {
            (int(status), exception)
            for statuses, exception in ERROR.findall(text)
            for status in statuses.split(",")
        },
    }


def differences(names, pages, index, contract):
    for name in sorted(pages.keys() - names):
        yield f"operations/{name}.md: the library has no such operation"
    for name in sorted(index - names):
        yield f"README.md: the library has no operation {name}"
    for name in sorted(names):
        if name not in index:
            yield f"README.md: there is no line of {name}"
        if name not in pages:
            yield f"operations/{name}.md: there is no such page"
        elif name not in contract:
            yield f"operations/{name}.md: the contract has no such operation"
        else:
            for what, expected in contract[name].items():
                if pages[name][what] != expected:
                    yield (f"operations/{name}.md: {what} are {sorted(pages[name][what])}, "
                           f"in the contract {sorted(expected)}")


def main(folder, contract_file, tables_file):
    folder = pathlib.Path(folder)
    contract = yaml.safe_load(pathlib.Path(contract_file).read_text(encoding="utf-8"))
    tables = json.loads(pathlib.Path(tables_file).read_text(encoding="utf-8"))
    pages = {page.stem: page_operation(page.read_text(encoding="utf-8"))
             for page in (folder / "operations").glob("*.md")}
    lines = INDEX_LINE.findall((folder / "README.md").read_text(encoding="utf-8"))
    found = list(differences(set(tables["operations"]), pages,
                             {page for page, name in lines if page == name},
                             dict(contract_operations(contract))))
    print(f"{len(pages)} pages, {len(tables['operations'])} operations", *found, sep="\n")
    return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
