# SPDX-License-Identifier: Apache-2.0
"""What of the contract has been seen in exchanges, so that nothing of it goes unjudged."""
import json


def documented_responses(contract):
    """Each (operation, status, media type) of the contract."""
    return {
        (operation.name, status, media_type)
        for operation in contract.operations.values()
        for status, media_type in operation.documented()
    }


def seen_responses(contract, exchanges):
    for exchange in exchanges:
        operation = contract.operation_of(exchange.method, exchange.path)
        if operation:
            status = str(exchange.status)
            documented = status if status in operation.responses else "default"
            yield operation.name, documented, exchange.media_type


def member_states(contract, model, is_change):
    """Each (model, member, state) that a request may be in."""
    schema = contract.schemas[model]
    for name, member in schema["properties"].items():
        yield model, name, "given"
        if name not in schema.get("required", []):
            yield model, name, "left out"
        if is_change and contract.resolved(member).get("nullable"):
            yield model, name, "null"
        if "$ref" in member:
            yield from member_states(contract, member["$ref"].rsplit("/", 1)[1], is_change)


def documented_options(contract):
    """Each state of each member of a body, and each query parameter."""
    options = set()
    for operation in contract.operations.values():
        options |= {(operation.name, name, "given") for name in operation.query}
        if operation.body:
            options |= {
                (operation.name, *state)
                for state in member_states(contract, operation.body, operation.method == "PATCH")
            }
    return options


def states_in(contract, model, body):
    for name, member in contract.schemas[model]["properties"].items():
        if name not in body:
            yield model, name, "left out"
        elif body[name] is None:
            yield model, name, "null"
        else:
            yield model, name, "given"
            if "$ref" in member:
                yield from states_in(contract, member["$ref"].rsplit("/", 1)[1], body[name])


def seen_options(contract, exchanges):
    for exchange in exchanges:
        operation = contract.operation_of(exchange.method, exchange.path)
        if operation is None:
            continue
        for name in exchange.query:
            yield operation.name, name, "given"
        if operation.body:
            for state in states_in(contract, operation.body, json.loads(exchange.sent)):
                yield operation.name, *state
