// The catalogue of questions beside the editor, and the form that asks one of them without a word of SPARQL.
import { fetched } from "./ask.js";
import { button, element, unique } from "./element.js";
import { collator, lang, word } from "./words.js";

let loading = null;

/** All questions, fetched once. */
export function questions() {
  loading ||= fetched(`/queries?format=json&lang=${lang}`, {}, (response) => response.json())
    .then((answer) => new Map(answer.queries.map((question) => [question.name, question])));
  return loading;
}

const subjects = (name) => name.split("/")[0];

/** How many rows each question answers, as the server counted them. */
async function counted() {
  const { counts } = await fetched("/queries/counts", {}, (response) => response.json());
  return (name) => counts[name];
}

/** Shows the catalogue; `open` is told the question that the reader wants. */
export async function browse(place, open) {
  let countOf = () => undefined;
  const all = [...(await questions()).values()];
  const search = unique("search");
  const tag = unique("tag");
  const list = element("div", { className: "question-list" });
  const tags = [...new Set(all.flatMap((question) => question.tags))].map((name) => [name, word(`tag.${name}`)])
    .sort(([, a], [, b]) => collator.compare(a, b));
  const wanted = element("input", { type: "search", id: search, className: "field-like whole", autocomplete: "off" });
  const tagged = element("select", { id: tag }, element("option", { value: "" }, word("catalogue.anyTag")),
    tags.map(([name, shown]) => element("option", { value: name }, shown)));
  const fits = (question) => {
    const text = `${question.question} ${question.summary} ${question.tags.join(" ")} ${question.name}`.toLowerCase();
    return wanted.value.toLowerCase().split(/\s+/).every((part) => text.includes(part))
      && (tagged.value === "" || question.tags.includes(tagged.value));
  };
  const draw = () => {
    const groups = Map.groupBy ? Map.groupBy(all.filter(fits), (question) => subjects(question.name))
      : all.filter(fits).reduce((map, one) => map.set(subjects(one.name), [...(map.get(subjects(one.name)) || []), one]), new Map());
    const open_ = wanted.value !== "" || tagged.value !== "";
    list.replaceChildren(...[...groups].map(([subject, some]) => element("details", { open: open_ || groups.size === 1 },
      element("summary", {}, word(`subject.${subject}`), " ", element("span", { className: "count" }, some.length)),
      element("ul", {}, some.map((question) => entry(question, open, countOf(question.name)))))));
    if (groups.size === 0) {
      list.append(element("p", { className: "empty" }, word("catalogue.none")));
    }
  };
  wanted.addEventListener("input", draw);
  tagged.addEventListener("change", draw);
  place.replaceChildren(element("details", { className: "beside-open", open: matchMedia("(min-width: 62rem)").matches },
    element("summary", {}, element("h2", {}, word("catalogue.title"))),
    element("label", { htmlFor: search }, word("catalogue.search")), wanted,
    element("label", { htmlFor: tag }, word("catalogue.tag")), tagged, list));
  draw();
  countOf = await counted().catch(() => countOf);
  // What the reader has opened meanwhile stays open, and what has the focus keeps it.
  list.querySelectorAll("li[data-question]").forEach((item) => tellCount(item, countOf(item.dataset.question)));
}

function tellCount(item, count) {
  if (count !== undefined) {
    item.append(element("span", { className: "summary last", lang, dir: "auto" }, word("catalogue.count", count)));
  }
}

function entry(question, open, count) {
  const item = element("li", { lang: question.language, dir: "auto", data: { question: question.name } },
    element("button", { type: "button", className: "as-link", on: { click: () => open(question) } }, question.summary),
    element("span", { className: "summary" }, question.question));
  tellCount(item, count);
  return item;
}

const INPUTS = { date: "date", integer: "number", decimal: "number", year: "number" };

function suggestions(input, parameter) {
  const list = element("datalist", { id: unique("things") });
  input.setAttribute("list", list.id);
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.length > 1 && !input.value.startsWith("http")) {
      waiting = setTimeout(async () => {
        const type = parameter.kinds?.length === 1 ? `&type=${encodeURIComponent(parameter.kinds[0])}` : "";
        const answer = await fetched(`/reconcile/suggest/entity?prefix=${encodeURIComponent(input.value)}&limit=12${type}`,
          { headers: { "Accept-Language": lang } }, (response) => response.json()).catch(() => ({ result: [] }));
        list.replaceChildren(...answer.result.map((thing) => element("option", { value: thing.id, label: thing.name })));
      }, 200);
    }
  });
  return list;
}

function field(parameter, given) {
  const id = unique("parameter");
  const label = element("label", { htmlFor: id, dir: "auto" }, parameter.description);
  if (parameter.allowed) {
    const chosen = new Set([given].flat());
    const none = !parameter.required || chosen.size > 0 ? [] : [element("option", { value: "" }, "")];
    return element("p", { className: "field" }, label,
      element("select", { id, name: parameter.name, multiple: parameter.several,
        ...(parameter.several && { size: Math.min(6, parameter.allowed.length) }) },
      none, parameter.allowed.map(({ value, name }) => element("option", { value, selected: chosen.has(value) }, name))),
      parameter.several && element("span", { className: "summary" }, word("question.several")));
  }
  const input = element("input", { id, name: parameter.name, type: INPUTS[parameter.type] || "text", value: [given].flat().join(" "),
    dir: "ltr", autocomplete: "off", required: parameter.required, ...(parameter.type === "decimal" && { step: "any" }) });
  return element("p", { className: "field" }, label, input, parameter.type === "iri" && suggestions(input, parameter));
}

/** The values that a question is asked with: those given, else its defaults. */
export function valuesOf(question, given) {
  return Object.fromEntries(question.parameters.map(({ name, default: usual }) => [name, given?.[name] ?? usual ?? ""]));
}

/** Shows a question as a form; `asked` is told the values that the reader filled in. */
export function form(place, question, given, asked, opened) {
  const values = valuesOf(question, given);
  const made = element("form", { className: "question", on: { submit: (event) => {
    event.preventDefault();
    asked(Object.fromEntries(question.parameters.map(({ name, several }) => {
      const all = new FormData(made).getAll(name).map(String).filter((value) => value !== "");
      return [name, several ? all : all[0] ?? ""];
    })));
  } } }, element("h2", { lang: question.language, dir: "auto" }, question.question),
  question.parameters.map((parameter) => field(parameter, values[parameter.name])),
  element("p", { className: "run" }, element("button", { type: "submit", id: "ask-question" }, word("question.ask")),
    button(word("question.sparql"), opened, { id: "show-sparql" })));
  place.replaceChildren(made);
}

/** The question in SPARQL, with the values filled in where its text has the defaults. */
export async function sparqlOf(question, given) {
  const text = await fetched(`/queries/${question.name}.rq`, {}, (response) => response.text());
  const values = valuesOf(question, given);
  return question.parameters.reduce((query, parameter) => {
    const pattern = new RegExp(`(VALUES\\s+\\?${parameter.name}\\s*\\{)([^}]*)(\\})`);
    const all = [values[parameter.name]].flat().filter((value) => value !== "");
    const usual = [parameter.default ?? []].flat();
    if (all.length === 0 || (all.length === usual.length && all.every((value) => usual.includes(value)))) {
      return query;
    }
    const ending = /"(\^\^\S+|@\S+)/.exec(pattern.exec(query)?.[2] || "")?.[1] || "";
    const space = String(usual[0] ?? "").replace(/[^/]*$/, "");
    const terms = all.map((value) => (parameter.type !== "iri" ? JSON.stringify(String(value)) + ending
      : `<${/^[a-z]+:/i.test(value) ? value : space + value}>`));
    return query.replace(pattern, (found, begin, old, end) => `${begin} ${terms.join(" ")} ${end}`);
  }, text);
}
