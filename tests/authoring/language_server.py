"""A real YAML language server, spoken to over its standard streams as an editor does."""

import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

VARIABLE = "YAML_LANGUAGE_SERVER"
PROGRAM = "yaml-language-server"
PATIENCE = 60.0
"""Seconds until an answer is given up; what is measured is whether it comes, not when."""


def installed() -> str:
    """Where the server is: named by the environment, or on the path; else nothing."""
    return os.environ.get(VARIABLE) or shutil.which(PROGRAM) or ""


class Server:
    """One running server with one open document at a time. Lines and columns count from 1, as in our messages."""

    def __init__(self, program: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.buffer = b""
        self.number = 0
        self.found: dict[str, list[dict[str, Any]]] = {}
        root = folder.as_uri()
        able = {"textDocument": {"hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}, "completion": {}}}
        self.ask(
            "initialize", {"processId": os.getpid(), "rootUri": root, "capabilities": able, "workspaceFolders": None}
        )
        self.tell("initialized", {})
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, path: Path, text: str) -> str:
        """Show a document to the server, as it would stand in that file."""
        uri = path.as_uri()
        self.found.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def faults(self, uri: str, *, until: Callable[[list[dict[str, Any]]], bool] = bool) -> list[tuple[int, int, str]]:
        """Line, column and message of each squiggle, once there are some that will do."""
        self._read_until(lambda: uri in self.found and until(self.found[uri]))
        return [
            (f["range"]["start"]["line"] + 1, f["range"]["start"]["character"] + 1, f["message"])
            for f in self.found[uri]
        ]

    def hover(self, uri: str, line: int, column: int) -> str:
        """What is shown over a place."""
        shown = self.ask("textDocument/hover", _at(uri, line, column)) or {"contents": ""}
        contents = shown["contents"]
        return contents["value"] if isinstance(contents, dict) else str(contents)

    def completions(self, uri: str, line: int, column: int) -> set[str]:
        """What is proposed at a place."""
        found = self.ask("textDocument/completion", _at(uri, line, column)) or []
        return {item["label"] for item in (found["items"] if isinstance(found, dict) else found)}

    # --- messages ----------------------------------------------------------------------------------------------

    def tell(self, method: str, params: object) -> None:
        """A message without an answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """A message with an answer. Raises RuntimeError if the server cannot."""
        self.number += 1
        number, answers = self.number, list[dict[str, Any]]()
        self._send({"id": number, "method": method, "params": params})

        def heard(message: dict[str, Any]) -> None:
            if message.get("id") == number and "method" not in message:
                answers.append(message)

        self._read_until(lambda: bool(answers), heard)
        if "error" in answers[0]:
            raise RuntimeError(answers[0]["error"]["message"])
        return answers[0].get("result")

    def _send(self, message: dict[str, object]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _read_until(self, done: Callable[[], bool], heard: Callable[[dict[str, Any]], object] = lambda _: None) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            message = self._next(end)
            heard(message)
            if message.get("method") == "textDocument/publishDiagnostics":
                self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "method" in message and "id" in message:  # it asks us: for settings, or leave to register something
                asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
                self._send({"id": message["id"], "result": [None for _ in asked] or None})

    def _next(self, end: float) -> dict[str, Any]:
        while True:
            head, gap, rest = self.buffer.partition(b"\r\n\r\n")
            length = int(head.rpartition(b"Content-Length:")[2].split(b"\r\n")[0]) if gap else 0
            if gap and len(rest) >= length:
                self.buffer = rest[length:]
                message: dict[str, Any] = json.loads(rest[:length])
                return message
            assert self.process.stdout
            ready, _, _ = select.select([self.process.stdout], [], [], max(end - time.monotonic(), 0))
            if not ready:
                raise TimeoutError("the language server does not answer")
            self.buffer += os.read(self.process.stdout.fileno(), 65536)


def _at(uri: str, line: int, column: int) -> dict[str, object]:
    return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}
