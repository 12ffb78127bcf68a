// What came of a query: how much and how long, the views that suit it, and the ways to take it away.
import { address, isShort } from "./ask.js";
import { columnsOf, countryOf, positionColumns } from "./columns.js";
import { button, element, save } from "./element.js";
import { number, word } from "./words.js";

const sorts = (answer, ...wanted) => columnsOf(answer).filter((column) => wanted.includes(column.sort));
const VIEWS = {
  table: { module: "./table.js", fits: () => true },
  map: { module: "./map.js", fits: (answer) => positionColumns(columnsOf(answer)) !== null
    || sorts(answer, "point").length > 0 || answer.rows.some((row) => row.some((term) => countryOf(term) || isThing(term))) },
  chart: { module: "./chart.js", fits: (answer) => sorts(answer, "number").length > 0 },
  network: { module: "./network.js", fits: (answer) => answer.graph || sorts(answer, "iri").length > 1 },
  timeline: { module: "./timeline.js", fits: (answer) => sorts(answer, "time").length > 0 },
};
const ROWS = [["csv", "CSV", "text/csv"], ["tsv", "TSV", "text/tab-separated-values"],
  ["json", "JSON", "application/sparql-results+json"], ["xml", "XML", "application/sparql-results+xml"],
  ["xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]];
const TRIPLES = [["ttl", "Turtle", "text/turtle"], ["jsonld", "JSON-LD", "application/ld+json"],
  ["nt", "N-Triples", "application/n-triples"], ["rdf", "RDF/XML", "application/rdf+xml"]];

/** Whether a value is a thing of ours that may have a place. */
function isThing(term) {
  return term?.type === "uri" && /\/id\/(city|government|network|agency|organization|event|place)\//.test(term.value);
}

/** Which views there can be of an answer. */
export function viewsOf(answer) {
  return Object.keys(VIEWS).filter((view) => view === "table" || (answer.rows.length > 0 && VIEWS[view].fits(answer)));
}

/** The file name, without its ending, that an answer is taken away as. */
export function fileName(asked) {
  return asked.question ? asked.question.replace("/", "-") : "urbis-query";
}

function download(asked, answer, [ending, name, type]) {
  const file = `${fileName(asked)}.${ending}`;
  const fixed = { ...asked, revision: asked.revision || answer.revision };
  if (asked.question || isShort(asked)) {
    return element("a", { href: address(fixed, { format: ending }), download: file }, name);
  }
  return button(name, async () => {
    const form = new URLSearchParams({ query: asked.query, revision: fixed.revision, format: ending });
    const response = await fetch("/sparql", { method: "POST", body: form });
    save(file, await response.blob(), type);
  });
}

function summary(answer) {
  const seconds = number(answer.ms / 1000, answer.ms < 1000 ? 2 : 1);
  if (answer.verdict !== undefined) {
    return word("result.time", seconds, answer.revision);
  }
  return word(answer.graph ? "result.triples" : "result.rows", answer.rows.length, seconds, answer.revision);
}

function tabList(views, current, choose) {
  const list = element("div", { className: "views", role: "tablist", "aria-label": word("result.views") });
  views.forEach((view) => list.append(element("button", { type: "button", role: "tab", id: `view-${view}`,
    "aria-selected": String(view === current), "aria-controls": "view", tabIndex: view === current ? 0 : -1,
    data: { view }, on: { click: () => choose(view) } }, word(`view.${view}`))));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const forward = getComputedStyle(list).direction === "rtl" ? -step : step;
      const at = views.indexOf(event.target.dataset.view);
      const next = views[(at + forward + views.length) % views.length];
      choose(next);
      list.querySelector(`[data-view=${next}]`).focus();
    }
  });
  return list;
}

/**
 * Shows an answer.
 *
 * @param asked  what was asked
 * @param answer its columns and rows, the revision it is of, and how long it took
 * @param view   the view to begin with
 * @param chosen is told when the reader chooses another
 * @param extras more to do with it, as elements
 */
export function show(host, asked, answer, view, chosen, extras = []) {
  const status = element("p", { className: "told-summary" }, summary(answer));
  if (answer.verdict !== undefined) {
    host.replaceChildren(status, element("p", { className: "verdict" }, word(answer.verdict ? "result.yes" : "result.no")));
    return;
  }
  const views = viewsOf(answer);
  const place = element("div", { id: "view", role: "tabpanel", tabIndex: -1 });
  let list = null;
  let current = null;
  const choose = async (next) => {
    const fresh = tabList(views, next, (other) => { choose(other); chosen(other); });
    list?.replaceWith(fresh);
    list = fresh;
    place.setAttribute("aria-labelledby", `view-${next}`);
    current = next;
    const { draw } = await import(VIEWS[next].module);
    if (current === next) {
      await draw(place, answer, answer.revision, asked);
    }
  };
  const files = answer.graph ? TRIPLES : ROWS;
  const away = element("div", { className: "away" }, element("span", {}, word("result.download")),
    files.map((file) => download(asked, answer, file)), extras);
  choose(views.includes(view) ? view : views[0]);
  host.replaceChildren(element("div", { className: "result-bar" }, list, status), away, place);
  if (answer.rows.length === 0) {
    place.before(element("p", { className: "empty" }, word("result.none")));
  }
}

/** Says beside an answer without rows which patterns fit no statement at all. */
export function nothing(beside, patterns) {
  const unmatched = patterns.filter(({ matches }) => matches === 0);
  beside?.after(element("div", { className: "note unmatched" },
    element("p", {}, word(unmatched.length > 0 ? "result.unmatched" : "result.together")),
    unmatched.length > 0 && element("ul", {}, unmatched.map(({ pattern }) =>
      element("li", { dir: "ltr" }, element("code", {}, pattern))))));
}

/** Shows that an answer is being waited for, with a clock and a button that stops it. */
export function wait(host, stop) {
  const clock = element("span", { className: "clock" }, number(0));
  const begun = performance.now();
  const ticking = setInterval(() => {
    if (!clock.isConnected) {
      clearInterval(ticking);
    }
    clock.textContent = number(Math.round((performance.now() - begun) / 1000));
  }, 1000);
  host.replaceChildren(element("div", { className: "waiting" }, element("span", { className: "spinner", "aria-hidden": "true" }),
    element("span", {}, word("result.waiting"), " ", clock, " s"), button(word("run.stop"), stop, { id: "stop" })));
}

/** Shows why there is no answer, and what can be done. */
export function refuse(host, trouble, actions) {
  host.replaceChildren(element("div", { className: `trouble ${trouble.kind}`, role: trouble.kind === "stopped" ? "status" : "alert" },
    element("h2", {}, trouble.title),
    element("p", { dir: "auto", lang: trouble.language }, trouble.detail),
    trouble.problem.reference && element("p", { className: "summary" }, trouble.problem.reference),
    element("p", { className: "run" }, actions)));
}
