#!/usr/bin/env bash
# The YAML language server heads a key's hover with its title twice, and not in Markdown, where alternatives are alike.
#
# One would guess: over `size: small` stands the title of the property whose schema has one, whatever alternatives (`anyOf`)
# its value may take; the value fits one alternative only, the enumeration.
# What happens: to learn whether a value fits all alternatives at once, the server counts, for each schema that fits, all
# alternatives with an equal title, description and properties. Two that have none of them are equal: one that fits counts as
# two, "all fit", and the hover becomes the alternatives' titles joined by ||, with the plain description in the place of the
# one in Markdown. An alternative with `properties: {}`, which asks for nothing, is told apart.
#
# Seen with yaml-language-server 2.0.0, Node.js 20.20.2:
#   alike: #### size || size / Plain.
#   apart: #### size / In *Markdown*.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund yaml-language-server@2.0.0
cat > hover.mjs <<'JS'
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";

const [, , name, more] = process.argv;
const size = { title: "size", description: "Plain.", markdownDescription: "In *Markdown*." };
size.anyOf = [{ enum: ["small"] }, { not: { type: "string" } }];
if (more) size.anyOf = size.anyOf.map((each) => ({ ...each, properties: {} }));
writeFileSync(`${name}.json`, JSON.stringify({ type: "object", properties: { size } }));

const server = spawn(process.execPath, ["node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"]);
const schemas = { [`file://${process.cwd()}/${name}.json`]: "*.yaml" };
const settings = { yaml: { schemas, hover: true, validate: true, schemaStore: { enable: false } } };
const uri = "file:///a.yaml";
const send = (message) => {
  const data = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(data)}\r\n\r\n${data}`);
};
let waiting = Buffer.alloc(0);
server.stdout.on("data", (data) => {
  waiting = Buffer.concat([waiting, data]);
  for (;;) {
    const head = waiting.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(waiting.subarray(0, head).toString())[1]);
    if (waiting.length < head + 4 + length) return;
    const message = JSON.parse(waiting.subarray(head + 4, head + 4 + length).toString());
    waiting = waiting.subarray(head + 4 + length);
    if (message.method === "workspace/configuration") {
      send({ id: message.id, result: message.params.items.map((item) => settings[item.section] ?? {}) });
    } else if (message.method && message.id !== undefined) {
      send({ id: message.id, result: null });
    } else if (message.method === "textDocument/publishDiagnostics") {
      send({ id: 2, method: "textDocument/hover", params: { textDocument: { uri }, position: { line: 0, character: 1 } } });
    } else if (message.id === 1) {
      send({ method: "initialized", params: {} });
      send({ method: "workspace/didChangeConfiguration", params: { settings } });
      const textDocument = { uri, languageId: "yaml", version: 1, text: "size: small\n" };
      send({ method: "textDocument/didOpen", params: { textDocument } });
    } else if (message.id === 2) {
      const lines = message.result.contents.value.split("\n");
      console.log(lines.filter((line) => line && !/Source|Allowed|small/.test(line)).join(" / "));
      server.kill();
      process.exit();
    }
  }
});
const capabilities = { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } };
send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities } });
JS
alike=$(node hover.mjs alike "")
apart=$(node hover.mjs apart yes)
echo "alike: $alike"
echo "apart: $apart"
[ "$alike" = "#### size || size / Plain." ] || { echo "alternatives that are alike are told apart now"; exit 1; }
[ "$apart" = "#### size / In *Markdown*." ] || { echo "properties do not tell them apart"; exit 1; }
