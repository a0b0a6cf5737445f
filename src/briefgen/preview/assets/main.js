// The preview of a brief: hears what was built, shows it, and keeps what the reader has chosen.

import { json, Leaves } from "./leaves.js";
import { choose, drawProblems, walkSpots } from "./marks.js";
import { hidePlace, listProblems, pickProblem, showPlace } from "./panel.js";
import { listen } from "./stream.js";
import { Zoom } from "./zoom.js";

const $ = (id) => document.getElementById(id);
const desk = $("desk");
const SHOWN = ["grid", "frames", "order"];

// what a tab keeps when it is loaded again; a new tab begins with what was chosen last
const kept = {
  get(name, usual) {
    const found = sessionStorage.getItem(name) ?? localStorage.getItem(name);
    return found === null ? usual : JSON.parse(found);
  },
  set(name, value) {
    sessionStorage.setItem(name, JSON.stringify(value));
    if (name !== "scroll") localStorage.setItem(name, JSON.stringify(value));
  },
};

let state = { serial: 0, problems: [], leaves: [] };
let picked = -1;
const look = { view: "" };
const leaves = new Leaves(desk, look);
const zoom = new Zoom(desk, kept, () => leaves.refresh());

async function hear(fresh) {
  if (!fresh.serial || (fresh.run === state.run && fresh.serial <= state.serial)) return;
  if (state.assets && fresh.assets !== state.assets) return location.reload(); // another briefgen
  const first = !state.serial;
  state = fresh;
  document.title = `${state.good ? "✓" : "✗"} ${state.name}`;
  $("name").textContent = state.name;
  document.body.classList.toggle("stale", state.stale);
  tellStatus();
  picked = -1;
  hidePlace();
  choose(desk, null);
  leaves.take(state);
  listProblems(state, pick);
  drawProblems(leaves.all, state.problems, pick);
  if (first) {
    makeFilters(state.sights);
    $("editor").textContent = state.editor.name;
    $("jump").checked = kept.get("jump", state.editor.chosen);
    zoom.apply();
    desk.scrollTop = kept.get("scroll", 0);
  }
  await leaves.refresh();
  document.documentElement.dataset.shown = state.serial;
}

function tellStatus() {
  const errors = state.problems.filter((problem) => problem.severity === "error").length;
  const others = state.problems.length - errors + state.more;
  const pages = plural(state.leaves.length, "page");
  $("status").className = state.good ? "" : "bad";
  $("status").textContent = state.good
    ? `${pages}, ${state.paper}${others ? `, ${plural(others, "remark")}` : ""}`
    : plural(errors, "error");
  const old = state.leaves.length ? "These are the last good pages." : "There are no pages yet.";
  const still = state.stale ? old : "So no PDF has been written.";
  tell("banner", state.good ? "" : `The outline has ${plural(errors, "error")}. ${still}`);
  $("side").textContent = state.problems.length ? `Problems (${state.problems.length + state.more})` : "Problems";
  if (errors) setSide(true, false);
}

function lost(gone) {
  if (gone) tell("banner", "briefgen watch has ended. This page goes on when it is started again.");
  else if (state.serial) tellStatus();
}

function tell(id, text) {
  $(id).hidden = !text;
  if ($(id).textContent !== text) $(id).textContent = text;
}

function plural(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

// problems and places

function pick(number) {
  picked = number;
  setSide(true, false);
  pickProblem(number);
  for (const mark of desk.querySelectorAll(".marks button")) mark.classList.toggle("chosen", Number(mark.dataset.problem) === number);
  const mark = desk.querySelector(`.marks button[data-problem="${number}"]`);
  mark?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion)").matches ? "auto" : "smooth" });
  return showPlace(`problem=${number}`, state.editor, false);
}

async function find(event) {
  const leaf = event.target.closest(".leaf")?.leaf;
  if (!leaf || !event.target.closest(".sheet")) return;
  const spot = event.target.closest(".spots button");
  let query = spot ? `id=${encodeURIComponent(spot.dataset.id)}` : "";
  if (event.detail) { // by a pointer, which says more than which element it is
    const box = leaf.sheet.getBoundingClientRect();
    const at = (value, whole) => ((Math.max(0, value) / whole)).toFixed(5);
    const x = at(event.clientX - box.left, box.width) * leaf.width, y = at(event.clientY - box.top, box.height) * leaf.height;
    query = `page=${leaf.number}&x=${x.toFixed(2)}&y=${y.toFixed(2)}`;
  }
  if (!query) return;
  const found = await showPlace(query, state.editor, $("jump").checked);
  choose(desk, found && spot ? spot.dataset.id : null);
  if (found) setSide(true, false);
}

desk.addEventListener("click", find);
desk.addEventListener("keydown", (event) => event.target.closest(".spots") && walkSpots(event));
document.addEventListener("visibilitychange", () => leaves.refresh());
addEventListener("pagehide", () => kept.set("scroll", desk.scrollTop));

// controls

function setSide(open, keep = true) {
  $("panel").hidden = !open;
  $("side").setAttribute("aria-expanded", open);
  if (keep) kept.set("side", open);
}

function setSpreads(on) {
  desk.classList.toggle("spreads", on);
  $("single").setAttribute("aria-pressed", !on);
  $("spreads").setAttribute("aria-pressed", on);
  kept.set("spreads", on);
  zoom.apply();
}

function setShown(name, on) {
  look[name] = on;
  $(name).setAttribute("aria-pressed", on);
  kept.set(name, on);
  leaves.refresh();
}

async function setView(view) {
  look.view = view;
  desk.className = `${desk.classList.contains("spreads") ? "spreads " : ""}${view}`;
  kept.set("view", view);
  leaves.refresh();
  tell("remark", view === "press" ? await pressed() : "");
}

async function pressed() {
  const { name = "" } = (await json("proof")) ?? {};
  return `Colours through the profile of the press (${name}). Not simulated: spot colours and inks given as numbers, overprinting, black text on the black plate alone, the tone of the paper.`;
}

function makeFilters(sights) {
  const matrix = (rows) => rows.map((row) => `${row.join(" ")} 0 0`).join(" ") + " 0 0 0 1 0";
  $("filters").innerHTML = Object.entries(sights)
    .map(([name, rows]) => `<filter id="${name}" color-interpolation-filters="linearRGB"><feColorMatrix values="${matrix(rows)}"/></filter>`)
    .join("");
}

$("single").onclick = () => setSpreads(false);
$("spreads").onclick = () => setSpreads(true);
$("smaller").onclick = () => zoom.by(-1);
$("larger").onclick = () => zoom.by(1);
$("width").onclick = () => zoom.fit("width");
$("whole").onclick = () => zoom.fit("page");
$("view").onchange = ({ target }) => setView(target.value);
$("side").onclick = () => setSide($("panel").hidden);
$("help").onclick = () => $("guide").showModal();
$("jump").onchange = ({ target }) => kept.set("jump", target.checked);
$("letters").onchange = ({ target }) => kept.set("letters", target.checked);
for (const name of SHOWN) $(name).onclick = () => setShown(name, !look[name]);

const KEYS = {
  "+": () => zoom.by(1), "=": () => zoom.by(1), "-": () => zoom.by(-1), 0: () => zoom.fit("page"), w: () => zoom.fit("width"),
  s: () => setSpreads(!desk.classList.contains("spreads")), p: () => $("side").click(), "?": () => $("help").click(),
  g: () => $("grid").click(), f: () => $("frames").click(), o: () => $("order").click(),
  n: () => turn(1), b: () => turn(-1),
};

function turn(by) {
  const count = state.problems.length;
  if (count) pick((Math.max(picked, by < 0 ? 0 : -1) + by + count) % count);
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("letters").checked || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

$("letters").checked = kept.get("letters", true);
setSide(kept.get("side", innerWidth > 832));
setSpreads(kept.get("spreads", false));
for (const name of SHOWN) setShown(name, kept.get(name, false));
$("view").value = kept.get("view", "");
setView($("view").value);
listen(hear, lost);
