// The pages: a picture of each, fetched where it can be seen, and changed only where the page has changed.

import { drawOver, drawSpots } from "./marks.js";

const SLOW = 800; // milliseconds for a picture: then this is no machine of one's own, and it is to come compressed
const COPIED = 200 / 72; // pixels a point of a page that is copied: 200 dpi

export class Leaves {
  constructor(desk, look) {
    this.desk = desk;
    this.look = look; // { view, grid, frames, order }
    this.all = [];
    this.form = "bmp";
    const near = new IntersectionObserver((seen) => this.see(seen), { root: desk, rootMargin: "60% 0px" });
    this.near = near;
  }

  // takes the pages of a state; `refresh` draws them
  take(state) {
    while (this.all.length > state.leaves.length) this.all.pop().figure.remove();
    state.leaves.forEach((leaf, at) => {
      const own = (this.all[at] ??= this.add(at + 1));
      own.sheet.style.setProperty("--wide", leaf.width);
      own.sheet.style.setProperty("--high", leaf.height);
      Object.assign(own, leaf, { serial: state.serial });
      own.image.alt = `Page ${at + 1} of ${state.leaves.length}: ${state.title}`;
      own.image.lang = state.language;
    });
  }

  sees(leaf) {
    const [own, room] = [leaf.sheet, this.desk].map((each) => each.getBoundingClientRect());
    return own.bottom > room.top && own.top < room.bottom;
  }

  add(number) {
    const figure = document.createElement("figure");
    figure.className = "leaf";
    figure.setAttribute("aria-label", `Page ${number}`);
    figure.innerHTML =
      '<div class="sheet"><img><svg aria-hidden="true"></svg><div class="spots" role="group"></div>' +
      '<div class="marks"></div></div><figcaption><span></span><button>Copy as PNG</button></figcaption>';
    const leaf = { number, figure, sheet: figure.firstChild, image: figure.querySelector("img"), near: false };
    figure.querySelector("figcaption span").textContent = `Page ${number}`;
    figure.querySelector(".spots").setAttribute("aria-label", `What stands on page ${number}`);
    const button = figure.querySelector("figcaption button");
    button.setAttribute("aria-label", `Copy page ${number} as PNG`);
    button.onclick = () => copy(leaf, button);
    leaf.image.hidden = true;
    figure.leaf = leaf;
    this.desk.append(figure);
    this.near.observe(figure);
    return leaf;
  }

  see(seen) {
    for (const { target, isIntersecting } of seen) {
      target.leaf.near = isIntersecting;
      if (!isIntersecting) this.forget(target.leaf);
    }
    this.refresh();
  }

  // pictures are large: those far away are given up
  forget(leaf) {
    leaf.wanted = leaf.drawn = leaf.coming = undefined;
    leaf.image.hidden = true;
    leaf.image.removeAttribute("src");
  }

  // done when what can be seen is as it is to be
  async refresh() {
    if (document.hidden) return; // until somebody looks
    for (const leaf of this.all) leaf.near ||= this.sees(leaf); // the observer tells it later
    await Promise.all(this.all.filter((leaf) => leaf.near).map((leaf) => this.show(leaf)));
  }

  async show(leaf) {
    const width = Math.round(leaf.sheet.clientWidth * devicePixelRatio);
    const press = this.look.view === "press" ? "&press" : "";
    const wanted = `leaf/${leaf.key}.${this.form}?width=${width}${press}`;
    if (leaf.wanted !== wanted && width) {
      leaf.wanted = wanted;
      leaf.coming = this.change(leaf, wanted);
    }
    await leaf.coming;
    this.draw(leaf); // which nobody waits for
  }

  async change(leaf, wanted) {
    const fresh = new Image();
    const began = performance.now();
    fresh.src = wanted;
    try {
      await fresh.decode();
    } catch {
      if (leaf.wanted === wanted) leaf.wanted = undefined; // a newer state is on its way
      return;
    }
    if (performance.now() - began > SLOW) this.form = "png";
    if (leaf.wanted !== wanted) return;
    fresh.alt = leaf.image.alt;
    fresh.lang = leaf.image.lang;
    leaf.image.replaceWith(fresh);
    leaf.image = fresh;
  }

  // what is drawn over a page, and what of it can be chosen
  async draw(leaf) {
    const { grid, frames, order } = this.look;
    const wanted = [leaf.key, leaf.serial, grid, frames, order].join();
    if (leaf.drawn === wanted) return;
    leaf.drawn = wanted;
    const facts = await json(`facts/${leaf.key}`);
    const steps = order ? await json(`order/${leaf.key}`) : [];
    if (leaf.drawn !== wanted || !facts || !steps) return;
    drawOver(leaf, facts, steps, this.look);
    drawSpots(leaf, facts.spots);
  }
}

export async function json(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

async function copy(leaf, button) {
  const address = `leaf/${leaf.key}.png?width=${Math.round(leaf.width * COPIED)}`;
  const picture = fetch(address).then((answer) => answer.blob());
  let said = "Copied";
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
  } catch {
    // no permission, or none to give: as a file then
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await picture);
    link.download = `page-${leaf.number}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
    said = "Saved as a file";
  }
  button.textContent = said;
  setTimeout(() => (button.textContent = "Copy as PNG"), 2000);
}
