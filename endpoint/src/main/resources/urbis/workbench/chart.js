// Numbers of an answer as bars, lines or points.
import { columnsOf, numberOf, timeOf } from "./columns.js";
import { drawn, element, unique } from "./element.js";
import { fetchNames } from "./names.js";
import { pictures } from "./pane.js";
import { fileName } from "./results.js";
import { textOf } from "./table.js";
import { lang, number, word } from "./words.js";

const WIDTH = 1000;
const MOST_BARS = 100;
const compact = new Intl.NumberFormat(`${lang}-u-nu-latn`, { notation: "compact", maximumFractionDigits: 2 });

/** Round numbers that mark a range. */
export function ticks(least, most, wanted = 6) {
  const range = most - least || Math.abs(most) || 1;
  const rough = range / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const marks = [];
  for (let at = Math.ceil(least / step); at * step <= most + step / 1e6; at++) {
    marks.push(at * step);
  }
  return marks;
}

function scaled(values, fromZero) {
  const least = Math.min(...values, ...(fromZero ? [0] : []));
  const most = Math.max(...values, ...(fromZero ? [0] : []));
  const range = most - least || 1;
  return { least, most, at: (value) => (value - least) / range };
}

function bars(items) {
  const some = items.slice(0, MOST_BARS);
  const left = 300;
  const [height, top] = [24, 24];
  const scale = scaled(some.map((item) => item.y), true);
  const x = (value) => left + scale.at(value) * (WIDTH - left - 80);
  const bottom = top + some.length * height;
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${bottom + 10}`, class: "chart" });
  ticks(scale.least, scale.most).forEach((mark) => svg.append(
    drawn("line", { class: "grid", x1: x(mark), x2: x(mark), y1: top, y2: bottom }),
    drawn("text", { class: "mark-text", x: x(mark), y: top - 8, "text-anchor": "middle" }, compact.format(mark))));
  some.forEach((item, at) => {
    const y = top + at * height;
    const [from, to] = [x(0), x(item.y)].sort((a, b) => a - b);
    const label = item.label.length > 40 ? `${item.label.slice(0, 39)}…` : item.label;
    svg.append(drawn("g", {}, drawn("title", {}, `${item.label}: ${number(item.y)}`),
      drawn("text", { class: "label", x: left - 10, y: y + 16, "text-anchor": "end" }, label),
      drawn("rect", { class: "bar", x: from, y: y + 3, width: Math.max(1, to - from), height: height - 6, rx: 2 }),
      drawn("text", { class: "value", x: to + 6, y: y + 16 }, number(item.y))));
  });
  return svg;
}

function plot(items, kind, horizontal) {
  const [left, right, top, bottom] = [70, WIDTH - 20, 16, 460];
  const xs = scaled(items.map((item) => item.x), false);
  const ys = scaled(items.map((item) => item.y), kind === "line");
  const x = (value) => left + xs.at(value) * (right - left);
  const y = (value) => bottom - ys.at(value) * (bottom - top);
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} 500`, class: "chart" });
  ticks(ys.least, ys.most).forEach((mark) => svg.append(
    drawn("line", { class: "grid", x1: left, x2: right, y1: y(mark), y2: y(mark) }),
    drawn("text", { class: "mark-text", x: left - 8, y: y(mark) + 4, "text-anchor": "end" }, compact.format(mark))));
  const day = 86400000;
  const years = (value) => new Date(value).getUTCFullYear();
  const marks = horizontal === "time" ? ticks(years(xs.least), years(xs.most)).filter(Number.isInteger)
    .map((year) => [Date.UTC(year, 0, 1), String(year)]) : ticks(xs.least, xs.most).map((mark) => [mark, compact.format(mark)]);
  marks.filter(([mark]) => mark >= xs.least - day && mark <= xs.most + day).forEach(([mark, text]) => svg.append(
    drawn("line", { class: "grid", x1: x(mark), x2: x(mark), y1: top, y2: bottom }),
    drawn("text", { class: "mark-text", x: x(mark), y: bottom + 22, "text-anchor": "middle" }, text)));
  if (kind === "line") {
    const ordered = [...items].sort((a, b) => a.x - b.x);
    svg.append(drawn("polyline", { class: "line", points: ordered.map((item) => `${x(item.x)},${y(item.y)}`).join(" ") }));
  }
  items.forEach((item) => svg.append(drawn("circle", { class: "dot", cx: x(item.x), cy: y(item.y), r: kind === "line" ? 3.5 : 5 },
    drawn("title", {}, `${item.label}: ${item.shown}, ${number(item.y)}`))));
  return svg;
}

class Chart {
  constructor(host, answer, asked) {
    Object.assign(this, { host, answer, asked });
    this.columns = columnsOf(answer);
    this.numbers = this.columns.filter((column) => column.sort === "number");
    this.y = this.numbers.find((column) => !/lat|lon/i.test(column.name)) || this.numbers[0];
    const time = this.columns.find((column) => column.sort === "time");
    this.label = this.columns.find((column) => column.sort === "text") || this.columns.find((column) => column.sort === "iri");
    this.kind = time && !this.label ? "line" : "bar";
    this.x = this.kind === "bar" ? this.label || time || this.columns[0] : time;
    this.build();
  }

  select(key, options, text) {
    const id = unique("choice");
    const made = element("select", { id, on: { change: () => {
      this[key] = options.find(([value]) => String(value) === made.value)[2];
      this.redraw();
    } } }, options.map(([value, name, what]) => element("option", { value, selected: what === this[key] }, name)));
    return [element("label", { htmlFor: id }, text), made];
  }

  build() {
    this.bar = element("div", { className: "table-bar" });
    this.place = element("figure", { className: "drawing" });
    this.host.replaceChildren(this.bar, this.place);
    const column = (one) => [one.index, one.name, one];
    this.bar.append(...this.select("kind", ["bar", "line", "scatter"].map((kind) => [kind, word(`chart.${kind}`), kind]), word("chart.kind")),
      ...this.select("x", this.columns.map(column), word("chart.of")), ...this.select("y", this.numbers.map(column), word("chart.value")));
    this.redraw();
  }

  items() {
    const { rows } = this.answer;
    const all = rows.map((row) => {
      const term = row[this.x.index];
      const name = this.label && row[this.label.index];
      return { y: numberOf(row[this.y.index]), x: this.x.sort === "time" ? timeOf(term) : numberOf(term),
        label: this.kind === "bar" ? textOf(term, true) : textOf(name || term, true), shown: textOf(term, true) };
    }).filter((item) => Number.isFinite(item.y));
    return all;
  }

  redraw() {
    const items = this.items();
    const measured = this.kind !== "bar";
    const drawnItems = measured ? items.filter((item) => Number.isFinite(item.x)) : items;
    if (drawnItems.length === 0) {
      this.place.replaceChildren(element("p", { className: "empty" }, word("chart.none")));
      return;
    }
    const svg = measured ? plot(drawnItems, this.kind, this.x.sort) : bars(drawnItems);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", word("chart.label", this.y.name, this.x.name));
    this.place.replaceChildren(svg, element("figcaption", {},
      element("span", { className: "controls" }, pictures(() => svg, fileName(this.asked))),
      !measured && drawnItems.length > MOST_BARS && element("span", {}, word("chart.cut", MOST_BARS, drawnItems.length))));
  }
}

/** Draws a chart into a place. */
export async function draw(host, answer, revision, asked) {
  const things = answer.rows.slice(0, 500).flat().filter((term) => term?.type === "uri").map((term) => term.value);
  const chart = new Chart(host, answer, asked);
  await fetchNames(things, revision).catch(() => {});
  chart.redraw();
}
