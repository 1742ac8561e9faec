#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs programs through Prism, and tells what they did against the contract.

usage: judge.py <folder of Prism> <tables.json> <what> <programs>

  mock <contract-calls>         the library reads each response that the contract documents, from
                                `prism mock`
  demo <contract-calls> <demo>  the demo on the stub server, through `prism proxy --errors`
  tour <contract-calls>         each option of each operation and each documented response, on the stub
                                server, through `prism proxy --errors`

Ends with 1 when a program fails, when Prism or the witness before it finds a violation, and when
something that the contract documents was not seen; with 77 where Prism isn't installed.
"""
import collections
import contextlib
import os
import pathlib
import subprocess
import sys

from contract import Contract, load_tables
from coverage import (documented_responses, documented_options, seen_responses, seen_options)
from prism import Prism
from witness import Witness

DOCUMENT = pathlib.Path(__file__).parent / "openapi.yaml"
REGISTRY = "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60"
# A status that only `default` documents.
UNLISTED = "502"


@contextlib.contextmanager
def server(program, mode):
    """A program of ours with a stub server in it, whose address is the first that it says."""
    process = subprocess.Popen([program, mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               text=True)
    process.url = process.stdout.readline().strip()
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait()


def run_demo(demo, url):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("IONOS_")}
    environment.update(IONOS_API_URL=url, IONOS_TOKEN="stub-token", IONOS_REGISTRY_ID=REGISTRY)
    run = subprocess.run([demo], env=environment, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        print(run.stdout + run.stderr)
    return run.returncode


def wishes(contract):
    """The input of `contract-calls mock`: each status and each example, wished for by `Prefer`."""
    for operation in contract.operations.values():
        for status in operation.responses:
            status = UNLISTED if status == "default" else status
            yield f"{operation.name} {status} code={status}"
        for status, example in operation.examples():
            yield f"{operation.name} {status} code={status}, example={example}"


def told_errors(contract):
    """The input of `contract-calls tour`: each error in each media type."""
    for operation, status, media_type in sorted(documented_responses(contract)):
        status = UNLISTED if status == "default" else status
        if int(status) >= 400:
            yield f"{operation} {status} {media_type}"


def judge_mock(folder, contract, calls):
    with Prism(folder, "mock", DOCUMENT) as prism, Witness(contract, prism.address) as witness:
        run = subprocess.run([calls, "mock"], text=True, check=False,
                             input="\n".join([witness.url, *wishes(contract), ""]))
    return witness.exchanges, run.returncode


@contextlib.contextmanager
def between(folder, contract, process):
    """The judge between a client and the stub server of a process."""
    with Prism(folder, "proxy", "--errors", DOCUMENT, process.url) as prism:
        with Witness(contract, prism.address) as witness:
            yield witness


def judge_demo(folder, contract, calls, demo):
    with server(calls, "stub") as stub, between(folder, contract, stub) as witness:
        failed = run_demo(demo, witness.url)
    return witness.exchanges, failed


def judge_tour(folder, contract, calls):
    with server(calls, "tour") as tour, between(folder, contract, tour) as witness:
        tour.stdin.write("\n".join([witness.url, *told_errors(contract), ""]))
        tour.stdin.close()
        failed = tour.wait()
    return witness.exchanges, failed


def count_seen(documented, seen, what):
    """Names what is missing, and says how much of it there is."""
    missing = documented - set(seen)
    for one in sorted(missing):
        print(f"not seen: {' '.join(one)}")
    return f", {len(documented) - len(missing)} of {len(documented)} {what} seen", len(missing)


def main():
    folder, tables, what, *programs = sys.argv[1:]
    contract = Contract(DOCUMENT, load_tables(tables))
    judge = {"mock": judge_mock, "demo": judge_demo, "tour": judge_tour}[what]
    exchanges, failed = judge(pathlib.Path(folder), contract, *programs)
    violations = [one for exchange in exchanges for one in exchange.violations(contract)]
    for violation, times in collections.Counter(violations).items():
        print(f"violation: {violation}" + (f" ({times} times)" if times > 1 else ""))
    summary, missing = "", 0
    if what == "tour":
        responses, few_responses = count_seen(
            documented_responses(contract), seen_responses(contract, exchanges), "documented responses")
        options, few_options = count_seen(
            documented_options(contract), seen_options(contract, exchanges), "options")
        summary, missing = responses + options, few_responses + few_options
    used = {contract.operation_of(one.method, one.path) for one in exchanges} - {None}
    print(f"contract: {what}: {len(used)} operations, {len(exchanges)} calls judged{summary}, "
          f"{len(violations)} violations")
    return 1 if failed or violations or missing or not exchanges else 0


if __name__ == "__main__":
    sys.exit(main())
