// An answer as a table: sorted, filtered, and of very many rows only those drawn that can be seen.
import { element, unique } from "./element.js";
import { columnsOf, numberOf, timeOf } from "./columns.js";
import { fetchNames, nameOf, pageOf, short } from "./names.js";
import { collator, word } from "./words.js";

/** Up to so many rows are drawn at once, with all of their text. */
const ALL_AT_ONCE = 200;
const AROUND = 15;
const SAMPLE = 300;

/** What a cell says, for people and for searching. */
export function textOf(term, named) {
  if (!term) {
    return "";
  }
  if (term.type === "uri") {
    return (named && nameOf(term.value)) || short(term.value);
  }
  return term.value;
}

class Table {
  constructor(host, answer, revision) {
    this.host = host;
    this.answer = answer;
    this.revision = revision;
    this.columns = columnsOf(answer);
    this.order = answer.rows.map((row, index) => index);
    this.sorted = { column: -1, descending: false };
    this.filter = "";
    this.named = localStorage.getItem("urbis-names") !== "no";
    this.windowed = answer.rows.length > ALL_AT_ONCE;
    this.first = -1;
    this.build();
    this.arrange();
    if (this.named) {
      this.fetchAll();
    }
  }

  build() {
    const search = unique("filter");
    this.count = element("output", { className: "count", for: search });
    const bar = element("div", { className: "table-bar" },
      element("label", { htmlFor: search }, word("table.filter")),
      element("input", { type: "search", id: search, autocomplete: "off", on: { input: (event) => this.narrow(event.target.value) } }),
      this.count,
      this.hasIris() && element("label", { className: "check" },
        element("input", { type: "checkbox", checked: this.named, on: { change: (event) => this.rename(event.target.checked) } }),
        word("table.names")));
    this.head = element("tr");
    this.body = element("tbody");
    this.table = element("table", { className: this.windowed ? "windowed" : "" },
      this.widths(), element("thead", {}, this.head), this.body);
    this.table.setAttribute("aria-rowcount", this.answer.rows.length + 1);
    this.pane = element("div", { className: `scroll rows-pane${this.windowed ? " tall" : ""}`, tabIndex: 0, role: "region",
      "aria-label": word("table.region"), on: { scroll: () => this.windowed && this.draw() } }, this.table);
    this.host.replaceChildren(bar, this.pane);
    this.headings();
  }

  hasIris() {
    return this.columns.some((column) => column.sort === "iri" || column.sort === "text");
  }

  // Rows that come and go must not make the columns jump.
  widths() {
    const group = element("colgroup");
    if (this.windowed) {
      this.columns.forEach(({ index, name }) => {
        const longest = this.answer.rows.slice(0, SAMPLE)
          .reduce((most, row) => Math.max(most, textOf(row[index], false).length), name.length + 3);
        const column = element("col");
        column.style.width = `${Math.min(26, Math.max(6, longest * 0.6 + 2))}rem`;
        group.append(column);
      });
    }
    return group;
  }

  headings() {
    this.head.replaceChildren(...this.columns.map((column) => {
      const current = this.sorted.column === column.index;
      const sign = current ? (this.sorted.descending ? "▼" : "▲") : "";
      return element("th", { scope: "col", className: column.sort === "number" ? "number" : "",
        "aria-sort": current ? (this.sorted.descending ? "descending" : "ascending") : "none" },
        element("button", { type: "button", className: "sort", on: { click: () => this.sort(column.index) } },
          column.name, element("span", { "aria-hidden": "true" }, sign)));
    }));
  }

  sort(column) {
    const descending = this.sorted.column === column && !this.sorted.descending;
    this.sorted = { column, descending };
    this.headings();
    this.head.children[column].querySelector("button").focus();
    this.arrange();
  }

  narrow(text) {
    this.filter = text.toLocaleLowerCase();
    this.arrange();
  }

  rename(named) {
    this.named = named;
    localStorage.setItem("urbis-names", named ? "yes" : "no");
    this.redraw();
    if (named) {
      this.fetchAll();
    }
  }

  redraw() {
    this.first = -1;
    this.draw();
  }

  // What is needed to sort and search comes once; of very many things, those that are looked at.
  fetchAll() {
    const iris = new Set();
    this.answer.rows.slice(0, 1000).forEach((row) => row.forEach((term) => term?.type === "uri" && iris.add(term.value)));
    fetchNames([...iris], this.revision).then(() => this.redraw(), () => {});
  }

  key(index) {
    const { column } = this.sorted;
    const term = this.answer.rows[index][column];
    const { sort } = this.columns[column];
    return sort === "number" ? numberOf(term) : sort === "time" ? timeOf(term) : textOf(term, this.named);
  }

  arrange() {
    let order = this.answer.rows.map((row, index) => index);
    if (this.filter) {
      order = order.filter((index) => this.answer.rows[index]
        .some((term) => term && `${textOf(term, this.named)} ${term.value}`.toLocaleLowerCase().includes(this.filter)));
    }
    if (this.sorted.column >= 0) {
      const keys = new Map(order.map((index) => [index, this.key(index)]));
      const sign = this.sorted.descending ? -1 : 1;
      const missing = (key) => key === "" || Number.isNaN(key);
      order.sort((a, b) => {
        const [one, other] = [keys.get(a), keys.get(b)];
        if (missing(one) || missing(other)) {
          return missing(one) - missing(other) || a - b;
        }
        return sign * (typeof one === "number" ? one - other : collator.compare(one, other)) || a - b;
      });
    }
    this.order = order;
    this.count.value = this.filter ? word("table.found", order.length, this.answer.rows.length) : "";
    this.pane.scrollTop = 0;
    this.redraw();
  }

  draw() {
    if (!this.windowed) {
      this.body.replaceChildren(...this.order.map((index, at) => this.row(index, at)));
      return;
    }
    const height = this.rowHeight();
    const shown = Math.ceil(this.pane.clientHeight / height);
    const first = Math.max(0, Math.floor(this.pane.scrollTop / height) - AROUND);
    if (this.first >= 0 && Math.abs(first - this.first) < AROUND / 2) {
      return;
    }
    this.first = first;
    const last = Math.min(this.order.length, first + shown + 2 * AROUND);
    const some = this.order.slice(first, last);
    this.body.replaceChildren(this.gap(first * height),
      ...some.map((index, at) => this.row(index, first + at)), this.gap((this.order.length - last) * height));
    if (this.named) {
      this.nameSome(some);
    }
  }

  nameSome(some) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      const iris = some.flatMap((index) => this.answer.rows[index]).filter((term) => term?.type === "uri")
        .map((term) => term.value).filter((iri) => nameOf(iri) === undefined);
      const before = new Set(iris);
      if (before.size > 0) {
        fetchNames([...before], this.revision)
          .then(() => [...before].some((iri) => nameOf(iri)) && this.redraw(), () => {});
      }
    }, 150);
  }

  rowHeight() {
    if (!this.height) {
      this.body.replaceChildren(this.row(this.order[0] ?? 0, 0));
      this.height = this.body.firstChild.getBoundingClientRect().height || 34;
    }
    return this.height;
  }

  gap(height) {
    const gap = element("tr", { className: "gap", "aria-hidden": "true" }, element("td", { colSpan: this.columns.length }));
    gap.firstChild.style.height = `${height}px`;
    return gap;
  }

  row(index, at) {
    const row = element("tr", {}, this.answer.rows[index].map((term, column) => this.cell(term, this.columns[column])));
    row.setAttribute("aria-rowindex", at + 2);
    return row;
  }

  cell(term, column) {
    if (!term) {
      return element("td");
    }
    const text = textOf(term, this.named);
    if (term.type === "uri") {
      return element("td", {}, element("a", { href: pageOf(term.value), title: term.value, dir: "auto" }, text));
    }
    const tag = term["xml:lang"];
    return element("td", { className: column.sort === "number" ? "number" : "", title: this.windowed ? text : "", dir: "auto",
      ...(tag && { lang: tag }) }, text);
  }
}

/** Draws the table into a place. */
export function draw(host, answer, revision) {
  return new Table(host, answer, revision);
}
