"""An editor: the YAML language server that editors run, spoken to over its standard streams (LSP 3.17)."""

import json
import subprocess
import threading
from pathlib import Path
from typing import Any

from support.finders import NODE, node_program

PATIENCE = 300.0  # seconds
SERVER = NODE / "yaml-language-server" / "bin" / "yaml-language-server"


class Editor:
    """One server with one schema; each text is a document of its own. Places count from 0, as the protocol has it."""

    def __init__(self, schema: Path) -> None:
        program = node_program()
        assert program is not None
        self._process = subprocess.Popen(
            [program, SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._watch = threading.Timer(PATIENCE, self._process.kill)  # a server that is silent must not hold up the tests
        self._watch.start()
        self._count = 0
        self._documents = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._settings = {
            "yaml": {
                "schemas": {schema.as_uri(): "*.yaml"},
                "hover": True,
                "completion": True,
                "validate": True,
                "schemaStore": {"enable": False},
            }
        }
        self._request("initialize", {"processId": None, "rootUri": None, "capabilities": CAPABILITIES})
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": self._settings})
        self.diagnose("title: x\n")  # what is asked before the schema is read is answered without it

    def open(self, text: str) -> str:
        """Open a document; returns its address."""
        self._documents += 1
        uri = f"file:///outline{self._documents}.yaml"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def hover(self, text: str, line: int, column: int) -> str:
        """What is shown over a place, in Markdown."""
        found = self._at("textDocument/hover", text, line, column)
        return str(found["contents"]["value"]) if found else ""

    def complete(self, text: str, line: int, column: int) -> dict[str, str]:
        """What may be written at a place: what is offered, and what is put in for it."""
        found = self._at("textDocument/completion", text, line, column)
        items = found["items"] if isinstance(found, dict) else found or []
        return {
            str(item["label"]): str(item.get("textEdit", {}).get("newText", item.get("insertText", item["label"])))
            for item in items
        }

    def diagnose(self, text: str) -> list[dict[str, Any]]:
        """What is said to be wrong."""
        uri = self.open(text)
        while uri not in self._diagnostics:
            self._read()
        return self._diagnostics[uri]

    def close(self) -> None:
        """End the server."""
        self._request("shutdown", None)
        self._notify("exit", None)
        self._process.communicate(timeout=20)
        self._watch.cancel()

    def _at(self, method: str, text: str, line: int, column: int) -> Any:
        place = {"textDocument": {"uri": self.open(text)}, "position": {"line": line, "character": column}}
        return self._request(method, place)

    def _request(self, method: str, parameters: Any) -> Any:
        self._count += 1
        number = self._count
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def _notify(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; what the server asks is answered, and what it finds wrong is kept."""
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        method = message.get("method", "")
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and method:
            answer: Any = None
            if method == "workspace/configuration":
                answer = [self._settings.get(item.get("section", ""), {}) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": answer})
        return message


CAPABILITIES = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "publishDiagnostics": {},
    },
}
