// How often Firefox's find bar finds words in a PDF: node find.mjs FOLDER_OF_PDFJS FILE < words.json > counts.json
// The find controller is the one of Firefox; it searches the text of the pages, and draws none.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(folder, "legacy", name)));

// what the viewer's module looks at when it is loaded, and a find controller never asks: a browser of nothing
const nothing = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => "" : nothing),
  set: () => true,
  apply: () => nothing,
});
globalThis.document = nothing;
globalThis.window = globalThis;
globalThis.requestAnimationFrame = (call) => setTimeout(call, 0);
globalThis.pdfjsLib = await load("build/pdf.mjs");
const { EventBus, PDFFindController } = await load("web/pdf_viewer.mjs");

const pdf = await pdfjsLib.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
const eventBus = new EventBus();
const controller = new PDFFindController({ linkService: { pagesCount: pdf.numPages, page: 1 }, eventBus });
controller.setDocument(pdf);

const PENDING = 3;
const find = (query) =>
  new Promise((resolve) => {
    const look = ({ state }) => {
      if (state === PENDING) return;
      eventBus.off("updatefindcontrolstate", look);
      resolve();
    };
    eventBus.on("updatefindcontrolstate", look);
    eventBus.dispatch("find", { type: "again", query, caseSensitive: true, matchDiacritics: true, highlightAll: true });
  });

const counts = {};
for (const word of JSON.parse(readFileSync(0, "utf8"))) {
  await find(word);
  counts[word] = controller.pageMatches.reduce((sum, matches) => sum + (matches?.length ?? 0), 0);
}
process.stdout.write(JSON.stringify(counts));
