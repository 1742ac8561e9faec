#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the library's operation table and member lists against the contract.

usage: check_tables.py openapi.yaml tables.json

Names each path, method, member, type and word that differs, and each member whose presence is
taken otherwise, and fails then. Operations that the library doesn't have yet are named, too, and are no
failure.
"""
import sys

from contract import LEFT_OUT, Contract, load_tables

# What the library does with a member, by its presence there: whether it reads one that is absent
# or null, whether it always writes it, and whether it can write null.
READS_NOTHING = {"optional", "defaulted", "tristate"}
ALWAYS_WRITES = {"required", "defaulted", "number_or_text"}
WRITES_NULL = {"tristate"}


def complaints(contract, tables):
    for name, ours in sorted(tables["operations"].items()):
        if name not in contract.operations:
            yield f"{name}: the contract has no such operation"
        elif ours != contract.operations[name].row():
            yield f"{name}: the table says {ours}, the contract {contract.operations[name].row()}"
    for model in sorted(contract.request_models() - tables["models"].keys()):
        yield f"{model}: the library has no such model"
    for model, members in tables["models"].items():
        if model not in contract.schemas:
            yield f"{model}: the contract has no such model"
            continue
        yield from complaints_about_model(contract, model, members)


def complaints_about_model(contract, model, members):
    schema = contract.schemas[model]
    properties = schema["properties"]
    for name in sorted(properties.keys() | members.keys()):
        if (model, name) in LEFT_OUT:
            continue
        if name not in members:
            yield f"{model}.{name}: the library has no such member"
        elif name not in properties:
            yield f"{model}.{name}: the contract has no such member"
        else:
            must_be_there = name in schema.get("required", [])
            found = [
                *complaints_about_type(contract, members[name], properties[name]),
                *complaints_about_values(contract, members[name], properties[name]),
                *complaints_about_presence(contract, model, members[name], properties[name],
                                           must_be_there),
            ]
            yield from (f"{model}.{name}: {complaint}" for complaint in found)


def complaints_about_type(contract, member, schema):
    ours, allowed = member["type"], contract.types_of(schema)
    # A wider integer holds a narrower one.
    if ours not in allowed and not (ours == "integer/int64" and "integer/int32" in allowed):
        yield f"the library has {ours}, the contract {' or '.join(map(str, allowed))}"


def complaints_about_values(contract, member, schema):
    ours = member.get("values", [])
    closed, named = contract.words_of(schema)
    for word in sorted(set(ours) - set(closed or named)):
        yield f"the contract doesn't know the word {word}"
    for word in sorted(set(closed or []) - set(ours)):
        yield f"the library doesn't know the word {word}"


def complaints_about_presence(contract, model, member, schema, must_be_there):
    presence = member["presence"]
    nullable = contract.resolved(schema).get("nullable", False)
    if (nullable or not must_be_there) and presence not in READS_NOTHING:
        yield "may be absent or null, but the library insists on it"
    if model not in contract.request_models():
        return
    if must_be_there and presence not in ALWAYS_WRITES:
        yield "must be there, but the library may leave it out"
    if not nullable and presence in WRITES_NULL:
        yield "must not be null, but the library may write null"
    is_change = any(one.method == "PATCH" and one.body == model
                    for one in contract.operations.values())
    if is_change and nullable and presence not in WRITES_NULL:
        yield "may be changed to null, but the library can't write null"


def main():
    tables = load_tables(sys.argv[2])
    contract = Contract(sys.argv[1], tables)
    found = list(complaints(contract, tables))
    for complaint in found:
        print(complaint)
    members = [one for model in tables["models"].values() for one in model.values()]
    values = sum(len(one.get("values", [])) for one in members)
    print(
        f"contract: tables: {len(tables['operations'])} operations, {len(tables['models'])} models, "
        f"{len(members)} members and {values} enum values checked: {len(found)} differ; "
        f"not there yet: {', '.join(sorted(contract.not_there_yet)) or 'none'}"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
