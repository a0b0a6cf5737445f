// The panel beside the pages: a place in the outline, and the list of problems.

import { json } from "./leaves.js";

const problems = document.getElementById("problems");
const place = document.getElementById("place");

export function listProblems(state, pick) {
  const focused = [...problems.querySelectorAll("button")].indexOf(document.activeElement);
  const made = state.problems.map((problem, number) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.className = problem.severity;
    button.append(
      element("b", `${problem.severity[0].toUpperCase()}${problem.severity.slice(1)}`),
      rich("span", problem.message),
      ...(problem.hint ? [rich("small", problem.hint)] : []),
      element("code", where(problem)),
    );
    button.onclick = () => pick(number);
    item.append(button);
    return item;
  });
  if (state.more) made.push(element("li", `and ${state.more} more`));
  problems.replaceChildren(...made);
  problems.querySelectorAll("button")[focused]?.focus();
  document.getElementById("none").hidden = state.problems.length > 0;
}

export function pickProblem(number) {
  const buttons = problems.querySelectorAll("button");
  buttons.forEach((button, at) => button.classList.toggle("chosen", at === number));
  buttons[number]?.scrollIntoView({ block: "nearest" });
}

export function hidePlace() {
  place.hidden = true;
}

// shows what is asked for, and opens it when `jump` says so
export async function showPlace(query, editor, jump) {
  const found = await json(`place?${query}`);
  place.hidden = !found;
  if (!found) return false;
  const open = found.link ? element("a", `Open in ${editor.name}`) : element("button", `Open in ${editor.name}`);
  const act = found.link
    ? () => (location.href = found.link)
    : () => fetch(`open?${query}`, { method: "POST" }).then((answer) => answer.ok || complain(open));
  if (found.link) open.href = found.link;
  else open.onclick = act;
  const copy = element("button", "Copy the place");
  copy.onclick = () => navigator.clipboard.writeText(where(found));
  const acts = element("div", "");
  acts.className = "acts";
  acts.append(open, copy);
  const head = element("p", where(found));
  head.className = "where";
  place.replaceChildren(head, excerpt(found), acts);
  if (jump) act();
  return true;
}

function complain(button) {
  button.textContent = "The editor cannot be run";
}

function excerpt({ lines, first, line, column }) {
  const made = element("pre", "");
  made.className = "excerpt";
  made.hidden = !lines.length;
  const indents = lines.filter((text) => text.trim()).map((text) => text.length - text.trimStart().length);
  const off = Math.min(...indents, column - 1); // what all lines stand in
  lines.forEach((text, at) => {
    const row = element("span", "");
    row.append(element("i", first + at));
    if (first + at === line) {
      row.className = "here";
      const begin = column - 1 - off;
      const letters = [...text].slice(off); // columns count characters, not UTF-16 units
      const word = /^\p{L}[\p{L}\p{N}’'-]*|^./u.exec(letters.slice(begin).join(""))?.[0] ?? "";
      row.append(letters.slice(0, begin).join(""), element("mark", word));
      row.append(letters.slice(begin + [...word].length).join(""));
    } else {
      row.append(text.slice(off));
    }
    made.append(row);
  });
  return made;
}

// a message, in which keys stand between backticks
function rich(name, text) {
  const made = element(name, "");
  text.split("`").forEach((part, at) => made.append(at % 2 ? element("q", part) : part));
  return made;
}

function where({ file, line, column }) {
  return line ? `${file}:${line}:${column}` : file;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
