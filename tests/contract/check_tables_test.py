#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows that check_tables.py names each kind of mistake.

usage: check_tables_test.py openapi.yaml tables.json
"""
import copy
import sys

from check_tables import complaints
from contract import Contract, load_tables


def set_member(model, name, key, value):
    def change(tables):
        tables["models"][model][name][key] = value

    return change


def rename_member(tables):
    members = tables["models"]["ApiResourceMetadata"]
    members["createdby"] = members.pop("createdBy")


def rename_path(tables):
    tables["operations"]["registries_tokens_put"]["path"] = "/registries/{registryId}/token/{tokenId}"


def rename_operation(tables):
    operations = tables["operations"]
    operations["registries_tokens_fetch"] = operations.pop("registries_tokens_get")


def forget_model(tables):
    del tables["models"]["Scope"]


MISTAKES = [
    (rename_member, "ApiResourceMetadata.createdby: the contract has no such member"),
    (rename_member, "ApiResourceMetadata.createdBy: the library has no such member"),
    (rename_path, "registries_tokens_put: the table says"),
    (rename_operation, "registries_tokens_fetch: the contract has no such operation"),
    (forget_model, "Scope: the library has no such model"),
    (set_member("TokenProperties", "expiryDate", "type", "string"),
     "TokenProperties.expiryDate: the library has string, the contract string/date-time"),
    (set_member("TokensResponse", "total", "type", "string"),
     "TokensResponse.total: the library has string, the contract integer/int32"),
    (set_member("TokenProperties", "scopes", "type", "Scope"),
     "TokenProperties.scopes: the library has Scope, the contract ['Scope']"),
    (set_member("TokenProperties", "status", "values", ["enabld"]),
     "TokenProperties.status: the contract doesn't know the word enabld"),
    (set_member("TokenProperties", "expiryDate", "presence", "required"),
     "TokenProperties.expiryDate: may be absent or null, but the library insists on it"),
    (set_member("PostTokenProperties", "name", "presence", "optional"),
     "PostTokenProperties.name: must be there, but the library may leave it out"),
    (set_member("PatchTokenInput", "status", "presence", "tristate"),
     "PatchTokenInput.status: must not be null, but the library may write null"),
    (set_member("PatchTokenInput", "expiryDate", "presence", "optional"),
     "PatchTokenInput.expiryDate: may be changed to null, but the library can't write null"),
]


def main():
    tables = load_tables(sys.argv[2])
    missed = 0
    for change, wanted in MISTAKES:
        changed = copy.deepcopy(tables)
        change(changed)
        found = list(complaints(Contract(sys.argv[1], changed), changed))
        if not any(complaint.startswith(wanted) for complaint in found):
            missed += 1
            print(f"not named: {wanted}\n  but: {found}")
    without = copy.deepcopy(tables)
    del without["operations"]["registries_tokens_get"]
    fewer = Contract(sys.argv[1], without)
    if "registries_tokens_get" not in fewer.not_there_yet or any(complaints(fewer, without)):
        missed += 1
        print("an operation that the library doesn't have yet is taken for a mistake, or not named")
    print(f"contract: tables: {len(MISTAKES) - missed} of {len(MISTAKES)} kinds of mistake named")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
