# SPDX-License-Identifier: Apache-2.0
"""What the contract (openapi.yaml) says of the operations that the library has."""
import functools
import json
import re
import urllib.parse

import yaml

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
# Formats that are types of their own in C++, or widths of integers.
FORMATS = {"date-time", "password", "int32", "int64"}
# Members whose own members no source names: the library leaves them out.
LEFT_OUT = {("FeatureVulnerabilityScanning", "properties")}


class Operation:
    def __init__(self, contract, method, path, item, description):
        self.name = description["operationId"]
        self.method = method.upper()
        self.path = path
        parameters = item.get("parameters", []) + description.get("parameters", [])
        parameters = [contract.resolved(parameter) for parameter in parameters]
        self.query = {one["name"] for one in parameters if one["in"] == "query"}
        body = description.get("requestBody", {}).get("content", {})
        self.body = body.get("application/json", {}).get("schema", {}).get("$ref", "").split("/")[-1]
        self.responses = {
            status: contract.resolved(response)
            for status, response in description["responses"].items()
        }
        pattern = re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(path))
        self.target = re.compile(re.escape(contract.base_path) + pattern)

    def documented(self):
        """Each status with each media type that it may come with; "" is no body."""
        for status, response in self.responses.items():
            for media_type in response.get("content", {"": None}):
                yield status, media_type

    def examples(self):
        """Each status with each named example of its response in JSON."""
        for status, response in self.responses.items():
            for name in response.get("content", {}).get("application/json", {}).get("examples", {}):
                yield status, name

    def row(self):
        """As the operation table has it."""
        return {"method": self.method, "path": self.path}


def load_tables(file_name):
    """What `contract-tables` has written of the library."""
    with open(file_name, encoding="utf-8") as file:
        return json.load(file)


@functools.cache
def load_document(file_name):
    with open(file_name, encoding="utf-8") as file:
        return yaml.safe_load(file)


class Contract:
    def __init__(self, file_name, tables):
        self.document = load_document(file_name)
        self.base_path = urllib.parse.urlsplit(self.document["servers"][0]["url"]).path
        self.schemas = self.document["components"]["schemas"]
        # Those that the library has, and the names of those that it hasn't yet.
        self.operations = {}
        self.not_there_yet = []
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method not in item:
                    continue
                operation = Operation(self, method, path, item, item[method])
                if operation.name in tables["operations"]:
                    self.operations[operation.name] = operation
                else:
                    self.not_there_yet.append(operation.name)

    def operation_of(self, method, path):
        for operation in self.operations.values():
            if operation.method == method and operation.target.fullmatch(path):
                return operation
        return None

    def resolved(self, part):
        while "$ref" in part:
            found = self.document
            for name in part["$ref"].split("/")[1:]:
                found = found[name]
            part = found
        return part

    def request_models(self):
        """The names of the schemas that a request may hold."""
        left = [one.body for one in self.operations.values() if one.body]
        found = set()
        while left:
            name = left.pop()
            found.add(name)
            for schema in self.schemas[name]["properties"].values():
                element = schema.get("items", schema)
                if "$ref" in element:
                    left.append(element["$ref"].rsplit("/", 1)[1])
        return found

    def types_of(self, schema):
        """The types that a value may have, as `tables.cpp` names them."""
        name = schema.get("$ref", "").rsplit("/", 1)[-1]
        schema = self.resolved(schema)
        if "properties" in schema:
            return [name]
        if schema.get("type") == "array":
            return [[one] for one in self.types_of(schema["items"])]
        for choice in ("oneOf", "anyOf"):
            if choice in schema:
                return [one for part in schema[choice] for one in self.types_of(part)]
        suffix = "/" + schema["format"] if schema.get("format") in FORMATS else ""
        return [schema["type"] + suffix]

    def words_of(self, schema):
        """The enum values of a text or of a list of texts: all of them, or those that the description names."""
        schema = self.resolved(schema)
        elements = self.resolved(schema.get("items", schema))
        if "enum" in elements:
            return elements["enum"], []
        return schema.get("enum"), re.findall("`([^`]+)`", schema.get("description", ""))
