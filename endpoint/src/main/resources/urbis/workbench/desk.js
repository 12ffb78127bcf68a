// The queries that are open, in tabs, and those that were asked; kept by the browser until the reader clears them.
import { button, element } from "./element.js";
import { dialog } from "./share.js";
import { lang, word } from "./words.js";

const PLACE = "urbis-workbench";
const MOST_ASKED = 50;

function kept() {
  try {
    const state = JSON.parse(localStorage.getItem(PLACE));
    return state?.tabs?.length > 0 ? state : null;
  } catch {
    return null;
  }
}

/** What a tab is called: the question, or the first comment, or what the query begins with. */
export function titleOf(tab) {
  if (tab.title) {
    return tab.title;
  }
  const comment = /^\s*#\+?\s*(?:summary:)?\s*(.+)$/m.exec(tab.query);
  if (comment) {
    return comment[1];
  }
  const body = tab.query.replace(/\b(prefix\s+\S*|base)\s*<[^>]*>/gi, "").replace(/\s+/g, " ").trim();
  return body.slice(0, 60) || word("tabs.empty");
}

export class Desk {
  /**
   * @param first   a query to begin with where nothing is kept
   * @param chosen  is told which tab is shown
   */
  constructor(place, first, chosen) {
    this.place = place;
    this.chosen = chosen;
    const state = kept();
    this.tabs = state?.tabs || [{ query: first, view: "table" }];
    this.current = Math.min(state?.current || 0, this.tabs.length - 1);
    this.asked = state?.asked || [];
  }

  get tab() {
    return this.tabs[this.current];
  }

  keep() {
    try {
      localStorage.setItem(PLACE, JSON.stringify({ tabs: this.tabs, current: this.current, asked: this.asked }));
    } catch {
      // A full or forbidden store only means that nothing is kept.
    }
  }

  open(tab) {
    const same = this.tabs.findIndex((other) => other.query === tab.query && other.question === tab.question
      && other.revision === tab.revision && JSON.stringify(other.values) === JSON.stringify(tab.values));
    if (same >= 0) {
      // A link says how the answer is to be seen; the tab may be open already in another view.
      Object.assign(this.tabs[same], tab.view && { view: tab.view });
      this.choose(same);
    } else {
      this.tabs.push({ view: "table", ...tab });
      this.choose(this.tabs.length - 1);
    }
  }

  choose(index) {
    this.current = index;
    this.draw();
    this.keep();
    this.chosen(this.tab);
  }

  close(index) {
    this.tabs.splice(index, 1);
    if (this.tabs.length === 0) {
      this.tabs.push({ query: "", view: "table" });
    }
    this.choose(Math.min(index < this.current ? this.current - 1 : this.current, this.tabs.length - 1));
    this.place.querySelector("[aria-selected=true]").focus();
  }

  draw() {
    const list = element("div", { className: "tab-list", role: "tablist", "aria-label": word("tabs.label") });
    this.tabs.forEach((tab, index) => {
      const current = index === this.current;
      list.append(element("button", { type: "button", role: "tab", className: "tab", id: `tab-${index}`, dir: "auto", title: titleOf(tab),
        "aria-selected": String(current), "aria-controls": "desk", tabIndex: current ? 0 : -1,
        on: { click: () => this.choose(index) } }, titleOf(tab)));
    });
    list.addEventListener("keydown", (event) => this.moved(event));
    this.place.replaceChildren(list,
      button("×", () => this.close(this.current), { className: "quiet small", "aria-label": word("tabs.close"), title: word("tabs.close") }),
      button("+", () => this.open({ query: "" }), { className: "quiet small", id: "new-tab", "aria-label": word("tabs.new"), title: word("tabs.new") }),
      button(word("history.title"), () => this.remember(), { id: "history" }));
  }

  moved(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Delete") {
      this.close(this.current);
    } else if (step) {
      const forward = document.documentElement.dir === "rtl" ? -step : step;
      this.choose((this.current + forward + this.tabs.length) % this.tabs.length);
      this.place.querySelector("[aria-selected=true]").focus();
    }
  }

  /** Notes that a query was answered. */
  note(tab, count, ms) {
    const { query, question, values, title } = tab;
    const entry = { query, question, values, title, count, ms, at: Date.now() };
    const same = (other) => other.query === query && other.question === question && JSON.stringify(other.values) === JSON.stringify(values);
    this.asked = [entry, ...this.asked.filter((other) => !same(other))].slice(0, MOST_ASKED);
    this.keep();
  }

  remember() {
    const time = new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { dateStyle: "medium", timeStyle: "short" });
    const shown = dialog(word("history.title"),
      this.asked.length === 0 && element("p", { className: "empty" }, word("history.none")),
      element("ol", { className: "asked" }, this.asked.map((entry) => element("li", {},
        element("button", { type: "button", className: "as-link", dir: "auto", on: { click: () => {
          shown.close();
          const { count, ms, at, ...tab } = entry;
          this.open(tab);
        } } }, titleOf(entry)),
        element("span", { className: "summary" }, ` ${word("history.entry", entry.count, time.format(entry.at))}`)))),
      this.asked.length > 0 && button(word("history.clear"), () => {
        this.asked = [];
        this.keep();
        shown.close();
      }));
  }
}
