# SPDX-License-Identifier: Apache-2.0
"""Holds the pages of the operations against the API's contract, and names what differs:

    python3 check_operations.py <folder of the pages> <openapi.yaml>

A page is named by the operation's id. Its request line, its parameters and the statuses of its errors,
each with the exception of that status, must be those of the contract.
"""

import pathlib
import re
import sys

import yaml

REQUEST = re.compile(r"^\| request \| `(\w+) (\S+)` \|$", re.MULTILINE)
PARAMETER = re.compile(r"^\| `(\w+)` \| (path|query) \|", re.MULTILINE)
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
    """What the contract says of the tokens' operations, by their ids."""
    for path, item in contract["paths"].items():
        for method, operation in item.items():
            if method == "parameters" or operation["tags"] != ["tokens"]:
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


def main(folder, contract_file):
    folder = pathlib.Path(folder)
    contract = yaml.safe_load(pathlib.Path(contract_file).read_text(encoding="utf-8"))
    operations = dict(contract_operations(contract))
    pages = {page.stem: page_operation(page.read_text(encoding="utf-8")) for page in folder.glob("*.md")}
    differences = [f"{page}.md: the contract has no such operation" for page in pages if page not in operations]
    for name, expected in operations.items():
        page = pages.get(name, {})
        differences += [
            f"{name}.md: {what} are {sorted(page.get(what, []))}, in the contract {sorted(expected[what])}"
            for what in expected
            if page.get(what) != expected[what]
        ]
    print(f"{len(pages)} pages, {len(operations)} operations", *differences, sep="\n")
    return 1 if differences or not pages else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
