// Dated rows of an answer along the years.
import { ticks } from "./chart.js";
import { columnsOf, timeOf } from "./columns.js";
import { drawn, element } from "./element.js";
import { fetchNames, pageOf } from "./names.js";
import { pictures } from "./pane.js";
import { fileName } from "./results.js";
import { textOf } from "./table.js";
import { word } from "./words.js";

const WIDTH = 1200;
const LANE = 26;
const MOST = 300;

function itemsOf(answer, columns) {
  const times = columns.filter((column) => column.sort === "time");
  const label = columns.find((column) => column.sort === "text") || columns.find((column) => column.sort === "iri");
  return answer.rows.map((row) => {
    const known = times.map((column) => row[column.index]).filter(Boolean);
    const moments = known.map(timeOf).sort((a, b) => a - b);
    const thing = row.find((term) => term?.type === "uri");
    return { from: moments[0], to: moments.at(-1), shown: known.map((term) => term.value).join(" – "),
      label: label ? textOf(row[label.index], true) : "", iri: thing?.value };
  }).filter((item) => Number.isFinite(item.from)).sort((a, b) => a.from - b.from);
}

/** Puts each item into the first lane in which it finds room. */
function laned(items, x) {
  const ends = [];
  items.forEach((item) => {
    const begin = x(item.from);
    const width = x(item.to) - begin + 16 + Math.min(item.label.length, 42) * 7.2;
    // Near the right edge the words stand before the mark.
    item.turned = begin + width > WIDTH;
    const left = item.turned ? begin - width : begin;
    let lane = ends.findIndex((end) => end < left);
    lane = lane < 0 ? ends.length : lane;
    ends[lane] = left + width + 10;
    item.lane = lane;
  });
  return ends.length;
}

/** Draws the time line into a place. */
export async function draw(host, answer, revision, asked) {
  const things = answer.rows.slice(0, MOST).flat().filter((term) => term?.type === "uri").map((term) => term.value);
  await fetchNames(things, revision).catch(() => {});
  const all = itemsOf(answer, columnsOf(answer));
  const items = all.slice(0, MOST);
  const year = 31556952000;
  const least = Math.min(...items.map((item) => item.from)) - year / 2;
  const most = Math.max(...items.map((item) => item.to)) + year / 2;
  const x = (time) => 20 + ((time - least) / (most - least || 1)) * (WIDTH - 60);
  const height = laned(items, x) * LANE + 50;
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "chart timeline", role: "group",
    "aria-label": word("timeline.label", items.length) });
  const years = (time) => new Date(time).getUTCFullYear();
  ticks(years(least), years(most), 10).filter(Number.isInteger).forEach((mark) => {
    const at = x(Date.UTC(mark, 0, 1));
    if (at >= 0 && at <= WIDTH) {
      svg.append(drawn("line", { class: "grid", x1: at, x2: at, y1: 26, y2: height }),
        drawn("text", { class: "mark-text", x: at, y: 18, "text-anchor": "middle" }, String(mark)));
    }
  });
  items.forEach((item) => {
    const [from, to, y] = [x(item.from), x(item.to), 36 + item.lane * LANE];
    const text = item.label.length > 42 ? `${item.label.slice(0, 41)}…` : item.label;
    const shown = [drawn("title", {}, `${item.shown}: ${item.label}`),
      drawn("rect", { class: "bar", x: from - 6, y, width: Math.max(12, to - from + 12), height: 12, rx: 6 }),
      drawn("text", { class: "label", x: item.turned ? from - 10 : to + 10, y: y + 11, "text-anchor": item.turned ? "end" : "start" }, text)];
    svg.append(item.iri ? drawn("a", { href: pageOf(item.iri), "aria-label": `${item.shown}: ${item.label}` }, shown) : drawn("g", {}, shown));
  });
  host.replaceChildren(element("figure", { className: "drawing" }, element("div", { className: "scroll" }, svg),
    element("figcaption", {}, element("span", { className: "controls" }, pictures(() => svg, fileName(asked))),
      all.length > items.length && element("span", {}, word("timeline.cut", items.length, all.length)))));
}
