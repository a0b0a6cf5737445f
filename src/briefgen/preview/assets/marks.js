// What lies over a page: grid, columns, boxes, reading order; elements that can be chosen; problems.

const SVG = "http://www.w3.org/2000/svg";
const BADGE = 4.6; // points
const ROLES = {
  H1: "Title", H2: "Heading", H3: "Heading below", P: "Paragraph", LI: "List item", LBody: "List item", TH: "Head of a table", TD: "Cell",
  Caption: "Caption", Figure: "Picture", Note: "Note", BlockQuote: "Quote", Artifact: "Quote, not read again",
};
const SIGNS = { error: "!", warning: "!", advice: "i" };

export function drawOver(leaf, facts, steps, look) {
  const svg = leaf.figure.querySelector("svg");
  svg.setAttribute("viewBox", `0 0 ${leaf.width} ${leaf.height}`);
  svg.replaceChildren();
  const add = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    svg.append(made);
    return made;
  };
  const rect = (kind, [x, y, width, height]) => add("rect", { class: kind, x, y, width, height });
  if (look.frames) facts.columns.forEach((box) => rect("column", box));
  if (look.grid) for (const y of facts.baselines) add("line", { class: "baseline", x1: 0, x2: leaf.width, y1: y, y2: y });
  if (look.frames) for (const spot of facts.spots) spot.boxes.forEach((box) => rect("frame", box));
  if (!look.order) return;
  steps.forEach(([, ...box]) => rect("step", box));
  const spots = steps.map(([role, x, y, , height]) => [role, x - BADGE - 1, y + Math.min(height / 2, BADGE)]); // beside it
  add("polyline", { class: "path", points: spots.map(([, x, y]) => `${x},${y}`).join(" ") });
  spots.forEach(([role, x, y], at) => {
    add("circle", { class: "badge", cx: x, cy: y, r: BADGE }).append(title(role));
    add("text", { class: "count", x, y: y + 2.1 }).textContent = at + 1;
  });
}

function title(text) {
  const made = document.createElementNS(SVG, "title");
  made.textContent = text;
  return made;
}

// each element is a button in its place; one of a page is reached by Tab, the others by arrows
export function drawSpots(leaf, spots) {
  const group = leaf.figure.querySelector(".spots");
  const focused = group.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  const made = [];
  for (const { id, role, words, boxes } of spots) {
    boxes.forEach((box, at) => {
      const button = document.createElement("button");
      put(button, leaf, box);
      button.style.zIndex = 1000 - Math.min(900, Math.round(Math.sqrt(box[2] * box[3]))); // small ones above large ones
      button.tabIndex = -1;
      button.dataset.id = id;
      button.setAttribute("aria-label", `${ROLES[role] ?? role}: ${words}${at ? " (goes on)" : ""}`);
      made.push(button);
    });
  }
  group.replaceChildren(...made);
  const again = made.find((button) => button.dataset.id === focused);
  (again ?? made[0])?.setAttribute("tabindex", 0);
  again?.focus({ preventScroll: true });
}

export function walkSpots(event) {
  const spots = [...event.target.closest(".spots").children];
  const at = spots.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: spots.length - 1 }[event.key];
  if (to === undefined || !spots[to]) return;
  event.preventDefault();
  event.target.tabIndex = -1;
  spots[to].tabIndex = 0;
  spots[to].focus();
}

export function choose(desk, id) {
  for (const spot of desk.querySelectorAll(".spots button")) spot.classList.toggle("chosen", id !== null && spot.dataset.id === id);
}

export function drawProblems(leaves, problems, pick) {
  for (const leaf of leaves) leaf.figure.querySelector(".marks").replaceChildren();
  problems.forEach((problem, number) => {
    for (const [page, ...box] of problem.marks) {
      const leaf = leaves[page - 1];
      if (!leaf) continue;
      const button = document.createElement("button");
      put(button, leaf, box);
      button.className = problem.severity;
      button.dataset.problem = number;
      button.dataset.sign = SIGNS[problem.severity];
      button.title = problem.message;
      button.setAttribute("aria-label", `${problem.severity}: ${problem.message}`);
      button.onclick = (event) => {
        event.stopPropagation();
        pick(number);
      };
      leaf.figure.querySelector(".marks").append(button);
    }
  });
}

function put(button, leaf, [x, y, width, height]) {
  const share = (value, whole) => `${((100 * value) / whole).toFixed(3)}%`;
  button.style.left = share(x, leaf.width);
  button.style.top = share(y, leaf.height);
  button.style.width = share(width, leaf.width);
  button.style.height = share(height, leaf.height);
}
