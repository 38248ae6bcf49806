"""Record what the real SQLAlchemy does in every case of `cases/`, for replay without Python.

    python record_cases.py [INTERPRETER ...]

Every case runs in several processes: with this interpreter under several hash seeds, and with each further interpreter
named (another version of SQLAlchemy; it passes over SQLModel's cases where that is not installed). What they do not
agree on is a matter of chance, or of the version, and recorded as null: a whole path where rows or errors differ, the
statements where only those do. Writes `deletes.jsonl.gz`: one line for each module, with the cases that it serves.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from cases import FAMILIES, Case

HERE = Path(__file__).parent
TARGET = HERE / "deletes.jsonl.gz"
HASH_SEEDS = ("1", "2", "3")
PATHS = ("orm", "ormLoaded", "sql")


def main() -> None:
    groups = grouped_cases()
    interpreters = [(sys.executable, seed) for seed in HASH_SEEDS] + [(path, "1") for path in sys.argv[1:]]
    with ThreadPoolExecutor(max_workers=2) as pool:
        answers = list(pool.map(lambda item: ask(*item, groups), interpreters))
    lines = []
    for position, (source, members) in enumerate(groups):
        results = [answer[position] for answer in answers if answer[position] is not None]
        recorded = [merged(case, [result[index] for result in results]) for index, (_, case) in enumerate(members)]
        families = [family for family, _ in members]
        lines.append(json.dumps({"family": families[0], "source": source, "cases": recorded}, sort_keys=True))
    with gzip.GzipFile(TARGET, "wb", compresslevel=9, mtime=0) as file:
        file.write("\n".join(lines).encode())
    print(f"{sum(len(members) for _, members in groups)} cases, {len(groups)} modules, {TARGET.stat().st_size} bytes")


def grouped_cases() -> list[tuple[str, list[tuple[str, Case]]]]:
    """The cases of all families by module, in order of first appearance."""
    groups: dict[str, list[tuple[str, Case]]] = defaultdict(list)
    for family, generate in FAMILIES.items():
        for case in generate():
            groups[case.source].append((family, case))
    return list(groups.items())


def ask(
    interpreter: str, seed: str, groups: list[tuple[str, list[tuple[str, Case]]]]
) -> list[list[dict[str, Any]] | None]:
    """The results of one process: for each module one result per case, or None where SQLModel is not installed."""
    requests = [
        {"id": number, "kind": "delete", "files": {"models.py": source}, "runs": [run_of(case) for _, case in members]}
        for number, (source, members) in enumerate(groups)
    ]
    process = subprocess.run(
        [interpreter, str(HERE / "worker.py")],
        input="\n".join(json.dumps(request) for request in requests),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return [results_of(json.loads(line), groups) for line in process.stdout.splitlines()]


def run_of(case: Case) -> dict[str, Any]:
    return {
        "model": f"models:{case.model}",
        "victim": case.victim,
        "before": case.rows,
        "foreignKeys": case.foreign_keys,
    }


def results_of(answer: dict[str, Any], groups: list[tuple[str, list[tuple[str, Case]]]]) -> list[dict[str, Any]] | None:
    """The runs of one answer; a failure to map or to create tables is the outcome of every path."""
    source, members = groups[answer["id"]]
    if "crash" in answer:
        raise RuntimeError(f"{answer['crash']}\n{source}")
    failure = answer["result"]["failure"]
    if failure is not None and failure["exception"] == "ModuleNotFoundError":
        return None
    runs = answer["result"]["runs"] or [{"failure": failure, "paths": {}} for _ in members]
    for run, (_, case) in zip(runs, members, strict=True):
        if run["failure"] is not None:
            error = {"kind": run["failure"]["exception"], "reason": run["failure"]["message"]}
            run["paths"] = {path: {"error": error, "after": case.rows, "statements": []} for path in PATHS}
    return runs


def merged(case: Case, results: list[dict[str, Any]]) -> dict[str, Any]:
    """One case with its outcome, on which every process must agree."""
    paths = {path: agreed(case, path, [result["paths"][path] for result in results]) for path in PATHS}
    return {
        "name": case.name,
        "model": case.model,
        "victim": case.victim,
        "rows": case.rows,
        "foreignKeys": case.foreign_keys,
        "paths": paths,
    }


def agreed(case: Case, path: str, outcomes: list[dict[str, Any] | None]) -> dict[str, Any] | None:
    """What every process saw, if all came to an end; `after` is null where no row has changed."""
    first = outcomes[0]
    if first is None or None in outcomes:
        return None
    if any((other["error"], other["after"]) != (first["error"], first["after"]) for other in outcomes[1:]):
        seen = [other["error"] or "no error" for other in outcomes]
        print(f"not recorded: {case.model}, {path}, {case.name}: {seen}", file=sys.stderr)
        return None
    stable = all(other["statements"] == first["statements"] for other in outcomes)
    return {
        "error": first["error"],
        "after": None if first["after"] == case.rows else first["after"],
        "statements": first["statements"] if stable else None,
    }


if __name__ == "__main__":
    main()
