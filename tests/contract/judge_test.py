#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows that the judge is awake: wrong requests and wrong responses are each reported as what they are.

usage: judge_test.py <folder of Prism> <tables.json>
"""
import copy
import http.client
import http.server
import json
import pathlib
import sys
import threading

from contract import Contract, load_tables
from prism import Prism
from witness import Witness

DOCUMENT = pathlib.Path(__file__).parent / "openapi.yaml"
TOKENS = "/containerregistries/registries/r/tokens"
TOKEN = TOKENS + "/t"
LOGIN = {"Authorization": "Bearer any"}


def post(**properties):
    return {"properties": properties}


# A request as (method, target, body, headers), and what is said against it.
WRONG_REQUESTS = [
    (("GET", TOKENS + "?offset=x", None, LOGIN), "offset must match pattern"),
    (("GET", TOKENS + "?limt=3", None, LOGIN), "no query parameter limt"),
    (("GET", TOKENS, None, {}), "Invalid security scheme"),
    (("PUT", TOKENS, None, LOGIN), "no method matched"),
    (("GET", TOKENS + "/t/u", None, LOGIN), "no path matched"),
    (("GET", "/registries/r/tokens", None, LOGIN), "not an operation of the library"),
    (("POST", TOKENS, None, LOGIN), "Body parameter is required"),
    (("POST", TOKENS, {"name": "ci-pull"}, LOGIN), "must have required property 'properties'"),
    (("POST", TOKENS, post(), LOGIN), "must have required property 'name'"),
    (("POST", TOKENS, post(name="-"), LOGIN), "must match pattern"),
    (("POST", TOKENS, post(name="ci-pull", expirydate=None), LOGIN), "found 'expirydate'"),
    (("POST", TOKENS, post(name="ci-pull", expiryDate="soon"), LOGIN), 'match format "date-time"'),
    (("POST", TOKENS, post(name="ci-pull", scopes={}), LOGIN), "scopes must be array"),
    (("PATCH", TOKEN, {}, LOGIN), "must NOT have fewer than 1"),
    (("PATCH", TOKEN, {"status": None}, LOGIN), "status must be string"),
]


def changed(token, path, value):
    token = copy.deepcopy(token)
    *way, last = path
    part = token
    for name in way:
        part = part[name]
    if value is ...:
        del part[last]
    else:
        part[last] = value
    return token


def wrong_responses(token):
    """A status and a body, and what is said against them."""
    return [
        (200, changed(token, ["metadata"], ...), "must have required property 'metadata'"),
        (200, changed(token, ["metadata", "createdDate"], "yesterday"), 'match format "date-time"'),
        (200, changed(token, ["properties", "scopes", 0, "actions"], "pull"), "must be array"),
        (404, {"httpStatus": "404", "messages": None}, "httpStatus must be integer"),
        (404, {"messages": None}, "must have required property 'httpStatus'"),
        (201, token, "must have required property"),  # A status that only `default` documents.
    ]


class WrongServer(http.server.ThreadingHTTPServer):
    """Responses every request with `response`, a status and a body."""

    daemon_threads = True

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            status, body = self.server.response
            text = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_):
            pass

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Handler)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()


def send(witness, method, target, body, headers):
    connection = http.client.HTTPConnection("127.0.0.1", witness.server_port, timeout=60)
    if body is not None:
        headers = {**headers, "Content-Type": "application/json"}
        body = json.dumps(body)
    connection.request(method, target, body=body, headers=headers)
    connection.getresponse().read()
    connection.close()
    return witness.exchanges[-1]


def main():
    contract = Contract(DOCUMENT, load_tables(sys.argv[2]))
    token = contract.document["components"]["examples"]["Token"]["value"]
    wrong_server = WrongServer()
    upstream = f"http://127.0.0.1:{wrong_server.server_port}{contract.base_path}"
    sent = missed = 0

    def judge(request, wanted):
        nonlocal sent, missed
        sent += 1
        found = list(send(witness, *request).violations(contract))
        if not any(wanted in one for one in found) if wanted else found:
            missed += 1
            print(f"not reported as {wanted!r}: {request} with {wrong_server.response}\n  but: {found}")

    with Prism(pathlib.Path(sys.argv[1]), "proxy", "--errors", DOCUMENT, upstream) as prism:
        with Witness(contract, prism.address) as witness:
            wrong_server.response = (200, token)
            judge(("GET", TOKEN, None, LOGIN), None)  # Nothing is wrong.
            for request, wanted in WRONG_REQUESTS:
                judge(request, wanted)
            for status, body, wanted in wrong_responses(token):
                wrong_server.response = (status, body)
                judge(("GET", TOKEN, None, LOGIN), wanted)
    print(f"contract: awake: {sent - 1} wrong requests and responses sent, {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
