# SPDX-License-Identifier: Apache-2.0
"""A witness between a client and Prism, who notes what is said, and what Prism says against it."""
import dataclasses
import http.client
import http.server
import json
import threading
import urllib.parse

# Of this connection, not of the message.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclasses.dataclass
class Exchange:
    method: str
    target: str
    sent: bytes
    status: int
    media_type: str
    response: bytes

    @property
    def path(self):
        return self.target.partition("?")[0]

    @property
    def query(self):
        text = self.target.partition("?")[2]
        return [name for name, _ in urllib.parse.parse_qsl(text, keep_blank_values=True)]

    def violations(self, contract):
        """What is wrong with it: Prism's words, and what Prism doesn't look at."""
        if self.media_type == "application/problem+json":
            problem = json.loads(self.response)
            for one in problem.get("validation") or [{"message": problem["title"]}]:
                yield f"{self.method} {self.path}: {one['message']}"
        operation = contract.operation_of(self.method, self.path)
        if operation is None:
            yield f"{self.method} {self.path}: not an operation of the library behind the base URL"
            return
        for name in self.query:
            if name not in operation.query:
                yield f"{self.method} {self.path}: the contract has no query parameter {name}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def pass_on(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        to_prism = http.client.HTTPConnection(*self.server.prism, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        # Prism knows the paths as the contract has them, behind the base URL.
        target = self.path.removeprefix(self.server.base_path)
        to_prism.request(self.command, target, body=sent or None, headers=headers)
        response = to_prism.getresponse()
        body = response.read()
        self.server.exchanges.append(
            Exchange(self.command, self.path, sent, response.status,
                     (response.getheader("Content-Type") or "").partition(";")[0], body))
        self.send_response_only(response.status)
        for name, value in response.getheaders():
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        to_prism.close()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = pass_on

    def log_message(self, *_):
        pass


class Witness(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, contract, prism):
        super().__init__(("127.0.0.1", 0), Handler)
        self.base_path = contract.base_path
        self.prism = prism
        self.exchanges = []
        self.url = f"http://127.0.0.1:{self.server_port}{contract.base_path}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,)).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()
