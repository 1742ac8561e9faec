#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the library's operation table and member lists against the contract.

usage: check_tables.py openapi.yaml tables.json

Names each path, method, member or type that differs, in either direction, and fails then.
"""
import json
import sys

import yaml

TAG = "tokens"
METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
# What the wire may do with a member, as the library reads and writes it.
FORGIVING = {"optional", "defaulted", "tristate"}


class Contract:
    def __init__(self, document):
        self.document = document
        self.schemas = document["components"]["schemas"]

    def operations(self):
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if TAG in item.get(method, {}).get("tags", []):
                    yield item[method]["operationId"], {"method": method.upper(), "path": path}

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def type_of(self, schema):
        """As `tables.cpp` names it."""
        name = schema.get("$ref", "").rsplit("/", 1)[-1]
        schema = self.resolved(schema)
        if "properties" in schema:
            return name
        if schema.get("type") == "array":
            return [self.type_of(schema["items"])]
        if "oneOf" in schema or "anyOf" in schema:
            return {self.type_of(one) for one in schema.get("oneOf", schema.get("anyOf"))}
        named_formats = {"date-time", "password"}
        suffix = "/" + schema["format"] if schema.get("format") in named_formats else ""
        return schema["type"] + suffix


def complaints(contract, tables):
    wanted = dict(contract.operations())
    for name in sorted(wanted.keys() | tables["operations"].keys()):
        ours = tables["operations"].get(name)
        if ours != wanted.get(name):
            yield f"{name}: the table says {ours}, the contract {wanted.get(name)}"
    for model, members in tables["models"].items():
        if model not in contract.schemas:
            yield f"{model}: the contract has no such model"
            continue
        yield from complaints_about(contract, model, members)


def complaints_about(contract, model, members):
    schema = contract.resolved(contract.schemas[model])
    properties = schema["properties"]
    required = set(schema.get("required", []))
    for name in sorted(properties.keys() | members.keys()):
        where = f"{model}.{name}"
        if name not in members:
            yield f"{where}: the library has no such member"
        elif name not in properties:
            yield f"{where}: the contract has no such member"
        else:
            ours, wanted = members[name]["type"], contract.type_of(properties[name])
            fits = ours in wanted if isinstance(wanted, set) else ours == wanted
            if not fits:
                yield f"{where}: the library has {ours}, the contract {wanted}"
            nullable = contract.resolved(properties[name]).get("nullable", False)
            if (name not in required or nullable) and members[name]["verb"] not in FORGIVING:
                yield f"{where}: may be absent or null, but the library insists on it"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        contract = Contract(yaml.safe_load(file))
    with open(sys.argv[2], encoding="utf-8") as file:
        tables = json.load(file)
    found = list(complaints(contract, tables))
    for complaint in found:
        print(complaint)
    members = sum(len(members) for members in tables["models"].values())
    print(
        f"{len(tables['operations'])} operations, {len(tables['models'])} models, "
        f"{members} members: {len(found)} differ"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
