// How large pages are shown: so many pixels a point, or as many as fit. What is in the middle of the window stays there.

const STEP = 1.2;
const LEAST = 0.2, MOST = 8; // pixels a point
const SCREEN = 96 / 72; // pixels a point at 100 %

export class Zoom {
  constructor(desk, kept, changed) {
    this.desk = desk;
    this.kept = kept;
    this.changed = changed;
    new ResizeObserver(() => this.apply()).observe(desk);
  }

  get scale() {
    return Number(this.desk.style.getPropertyValue("--scale")) || 1;
  }

  fit(mode) {
    this.kept.set("zoom", mode);
    this.apply();
  }

  by(steps) {
    this.fit(Math.min(MOST, Math.max(LEAST, this.scale * STEP ** steps)));
  }

  apply() {
    const anchor = this.middle();
    const scale = this.wanted();
    if (scale !== this.scale) {
      this.desk.style.setProperty("--scale", scale);
      this.restore(anchor);
    }
    for (const [id, mode] of [["width", "width"], ["whole", "page"]]) {
      document.getElementById(id).setAttribute("aria-pressed", this.kept.get("zoom", "width") === mode);
    }
    document.getElementById("scale").textContent = `${Math.round((100 * scale) / SCREEN)} %`;
    this.changed();
  }

  wanted() {
    const mode = this.kept.get("zoom", "width");
    if (typeof mode === "number") return mode;
    const sheet = this.desk.querySelector(".sheet");
    if (!sheet) return this.scale;
    const [wide, high] = ["--wide", "--high"].map((name) => Number(sheet.style.getPropertyValue(name)));
    const style = getComputedStyle(this.desk);
    const across = this.desk.classList.contains("spreads") ? 2 : 1;
    const room = this.desk.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const byWidth = Math.min(room / across / wide, mode === "width" ? 1.6 * SCREEN : MOST);
    if (mode === "width") return byWidth;
    return Math.min(byWidth, (this.desk.clientHeight - 2 * parseFloat(style.paddingTop) - 24) / high);
  }

  middle() {
    const box = this.desk.getBoundingClientRect();
    const y = box.top + box.height / 2;
    for (const sheet of this.desk.querySelectorAll(".sheet")) {
      const own = sheet.getBoundingClientRect();
      if (own.bottom >= y) return { sheet, share: (y - own.top) / own.height, y };
    }
    return null;
  }

  restore(anchor) {
    if (!anchor) return;
    const own = anchor.sheet.getBoundingClientRect();
    this.desk.scrollTop += own.top + anchor.share * own.height - anchor.y;
  }
}
