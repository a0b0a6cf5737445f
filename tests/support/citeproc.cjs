// What citeproc-js makes of sources: reads {style, locale, items, clusters} as JSON, writes the citations and the list.
const CSL = require(process.argv[2]);
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const items = Object.fromEntries(given.items.map((item) => [item.id, item]));
const engine = new CSL.Engine({ retrieveLocale: () => given.locale, retrieveItem: (id) => items[id] }, given.style, "en-US", true);
engine.setOutputFormat("text");
engine.updateItems(given.items.map((item) => item.id));
const found = {};
let before = [];
given.clusters.forEach((cluster, number) => {
  const one = { citationID: `c${number}`, citationItems: cluster, properties: { noteIndex: given.noted ? number + 1 : 0 } };
  const [, changed] = engine.processCitationCluster(one, before, []);
  before.push([one.citationID, one.properties.noteIndex]);
  changed.forEach(([, text, id]) => { found[id] = text; });
});
const [about, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
process.stdout.write(JSON.stringify({
  citations: given.clusters.map((_, number) => found[`c${number}`]),
  entries: Object.fromEntries(about.entry_ids.map((ids, number) => [ids[0], entries[number]])),
  order: about.entry_ids.map((ids) => ids[0]),
}));
