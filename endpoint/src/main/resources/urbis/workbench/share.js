// Ways to pass a query on: as a link, as a command, as a few lines of a program, as a citation.
import { address, fetched } from "./ask.js";
import { element, save, unique } from "./element.js";
import { lang, word } from "./words.js";

const ORIGIN = location.origin;

/** The link that opens the workbench with what is asked; pinned to a revision if one is given. */
export function linkTo(asked, view, revision) {
  const parameters = new URLSearchParams();
  if (asked.question) {
    parameters.set("question", asked.question);
    Object.entries(asked.values).forEach(([name, all]) => [all].flat().forEach((value) => parameters.append(`p.${name}`, value)));
  } else {
    parameters.set("query", asked.query);
  }
  parameters.set("view", view || "table");
  if (revision) {
    parameters.set("revision", revision);
  }
  return `${ORIGIN}/sparql?${parameters}`;
}

function shell(text) {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

function python(text) {
  return `"""${text.replace(/\\/g, "\\\\").replace(/"""/g, '\\"\\"\\"')}"""`;
}

function fileAt(asked, format) {
  return ORIGIN + address(asked, { format });
}

const PROGRAMS = {
  curl: (asked) => (asked.question ? `curl ${shell(fileAt(asked, "csv"))}\n`
    : `curl -H 'Accept: text/csv' \\\n  --data-urlencode query=${shell(asked.query)} \\\n${asked.revision
      ? `  --data-urlencode revision=${asked.revision} \\\n` : ""}  ${ORIGIN}/sparql\n`),
  Python: (asked) => (asked.question
    ? `import pandas\n\nanswer = pandas.read_csv(${JSON.stringify(fileAt(asked, "csv"))})\nprint(answer)\n`
    : `from SPARQLWrapper import JSON, POST, SPARQLWrapper

client = SPARQLWrapper("${ORIGIN}/sparql")
client.setMethod(POST)
client.setReturnFormat(JSON)
${asked.revision ? `client.addParameter("revision", "${asked.revision}")\n` : ""}client.setQuery(${python(asked.query)})
for row in client.queryAndConvert()["results"]["bindings"]:
    print({name: value["value"] for name, value in row.items()})
`),
  R: (asked) => (asked.question ? `answer <- read.csv(${JSON.stringify(fileAt(asked, "csv"))}, encoding = "UTF-8")\nprint(answer)\n`
    : `query <- r"----(${asked.query})----"
address <- paste0("${ORIGIN}/sparql?format=csv${asked.revision ? `&revision=${asked.revision}` : ""}&query=", URLencode(query, reserved = TRUE))
answer <- read.csv(address, encoding = "UTF-8")
print(answer)
`),
  JavaScript: (asked) => (asked.question
    ? `const answer = await fetch(${JSON.stringify(fileAt(asked, "json"))});\nconsole.table((await answer.json()).results.bindings);\n`
    : `const query = ${JSON.stringify(asked.query).replace(/\\n/g, "\\n\" +\n  \"")};
const answer = await fetch("${ORIGIN}/sparql", {
  method: "POST",
  headers: { Accept: "application/sparql-results+json" },
  body: new URLSearchParams({ query${asked.revision ? `, revision: "${asked.revision}"` : ""} }),
});
console.table((await answer.json()).results.bindings);
`),
  OpenRefine: (asked) => `${word("share.openRefine")}\n${fileAt(asked, "csv")}\n\n${word("share.reconcile")}\n${ORIGIN}/reconcile\n`,
};

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where the page is not served securely, the older way is the only one.
    const area = element("textarea", { value: text, className: "offscreen" });
    said.before(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  said.value = word("share.copied");
}

function copied(label, text, { code = false, link = false } = {}) {
  const id = unique("copy");
  const said = element("output", { className: "said", for: id });
  const shown = code ? element("pre", { id, className: "scroll", dir: "ltr", tabIndex: 0 }, text)
    : element("input", { id, className: "field-like whole", readOnly: true, value: text, dir: "ltr" });
  return element("div", { className: "copied" }, label && element("label", { htmlFor: id }, label), shown,
    element("p", { className: "run" }, element("button", { type: "button", className: "quiet small",
      on: { click: () => copy(text, said) } }, word("share.copy")),
    link && element("a", { href: text }, word("share.open")), said));
}

/** A window over the page; it goes by Escape or its button. */
export function dialog(title, ...content) {
  const heading = unique("dialog");
  const shown = element("dialog", { className: "over", "aria-labelledby": heading, on: { close: () => shown.remove() } },
    element("div", { className: "over-top" }, element("h2", { id: heading }, title),
      element("button", { type: "button", className: "quiet small", on: { click: () => shown.close() } }, word("share.close"))),
    content);
  document.body.append(shown);
  shown.showModal();
  return shown;
}

/** Offers links to what is asked. */
export function share(asked, view, revision) {
  const living = linkTo(asked, view, asked.revision);
  dialog(word("share.title"), asked.revision ? null : copied(word("share.living"), living, { link: true }),
    revision && copied(word("share.pinned", Number(revision)), linkTo(asked, view, revision), { link: true }));
}

/** Offers what is asked as a command or program. */
export function program(asked) {
  const choice = unique("program");
  const place = element("div");
  const choose = (name) => place.replaceChildren(copied("", PROGRAMS[name](asked), { code: true }));
  const select = element("select", { id: choice, on: { change: () => choose(select.value) } },
    Object.keys(PROGRAMS).map((name) => element("option", { value: name }, name)));
  dialog(word("share.program"), element("p", { className: "run" },
    element("label", { htmlFor: choice }, word("share.for")), select), place);
  choose("curl");
}

function braced(text) {
  return text.replace(/[{}\\]/g, "");
}

/** Offers a citation of an answer: of the revision that it is of, with the hash of that revision's content. */
export async function cite(asked, view, revision, title) {
  const told = await fetched(`/revisions/${revision}`, { headers: { Accept: "application/json" } }, (response) => response.json());
  const url = linkTo(asked, view, revision);
  const hash = String(told.hash).replace(/^sha-?256:/, "");
  const issued = String(told.created).slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  const key = `urbis-${revision}`;
  const bibtex = `@misc{${key},
  author = {{Urbis}},
  title = {${braced(title)}},
  year = {${issued.slice(0, 4)}},
  howpublished = {Urbis, revision ${revision} of ${issued}},
  url = {${url}},
  urldate = {${today}},
  note = {SHA-256 of the revision: ${hash}}
}
`;
  const parts = (day) => ({ "date-parts": [day.split("-").map(Number)] });
  const csl = `${JSON.stringify([{ id: key, type: "dataset", title, author: [{ literal: "Urbis" }], publisher: "Urbis",
    version: String(revision), issued: parts(issued), accessed: parts(today), URL: url, note: `SHA-256 of the revision: ${hash}`,
    language: lang }], null, 2)}\n`;
  dialog(word("share.cite"), copied("BibTeX", bibtex, { code: true }), copied("CSL-JSON", csl, { code: true }),
    element("p", { className: "run" },
      element("button", { type: "button", className: "quiet small", on: { click: () => save(`${key}.bib`, bibtex, "application/x-bibtex") } }, ".bib"),
      element("button", { type: "button", className: "quiet small",
        on: { click: () => save(`${key}.json`, csl, "application/vnd.citationstyles.csl+json") } }, ".json")));
}
