// Completes a query: with classes and properties by their names and by what the graph has of them, with things as they are
// found, with variables and with the words of SPARQL.
import { fetched, rows } from "./ask.js";
import { TYPE, contextAt } from "./context.js";
import { element } from "./element.js";
import { fetchNames, nameOf, shortened, usePrefixes } from "./names.js";
import { collator, lang, number } from "./words.js";

const MOST = 40;
const MOST_VALUES = 300;
const KEYWORDS = ["OPTIONAL", "FILTER", "FILTER NOT EXISTS", "BIND", "VALUES", "UNION", "MINUS", "GRAPH"];
const HEAD = ["SELECT", "SELECT DISTINCT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "ORDER BY", "GROUP BY", "HAVING", "LIMIT",
  "OFFSET", "PREFIX", "DESC", "COUNT"];
const FUNCTIONS = ["LANG", "LANGMATCHES", "STR", "CONTAINS", "STRSTARTS", "REGEX", "LCASE", "BOUND", "YEAR", "IF", "COALESCE",
  "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "NOT EXISTS", "IN", "AS", "DISTINCT"];
const OWN = "https://w3id.org/urbis/";

let terms = null;
let loading = null;
const values = new Map();
const led = new Map();
const found = new Map();

/** Fetches what the graph can be asked for, in the language of the page. */
export function loadTerms() {
  loading = fetched(`/sparql/terms?lang=${lang}`, { headers: { Accept: "application/json" } }, (response) => response.json())
    .then((answer) => {
      terms = answer;
      usePrefixes(terms.prefixes);
      return terms;
    });
  return loading;
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** How well a term fits what has been typed: 0 best, Infinity not at all. */
function distance(typed, name, code) {
  if (typed === "") {
    return 1;
  }
  const wanted = folded(typed);
  const [prefix, local] = wanted.includes(":") ? wanted.split(/:(.*)/s) : [null, wanted];
  const shown = folded(name);
  const colon = code.indexOf(":");
  const own = folded(code.slice(colon + 1));
  if (prefix !== null && !code.startsWith("<") && folded(code.slice(0, colon)) !== prefix) {
    return Infinity;
  }
  if (local === "" || own.startsWith(local) || shown.startsWith(local)) {
    return 0;
  }
  if (shown.split(/[\s-]+/).some((part) => part.startsWith(local))) {
    return 1;
  }
  return own.includes(local) || shown.includes(local) ? 2 : Infinity;
}

/** A term or thing as it is offered; one without a prefix is written in full. */
function offer(iri, name, count, weight) {
  const parts = shortened(iri);
  const code = parts ? `${parts.prefix}:${parts.local}` : `<${iri}>`;
  return { iri, name: name || code, code, count, weight, prefix: parts };
}

function fitting(offers, typed) {
  return offers
    .map((one) => ({ ...one, distance: distance(typed, one.name, one.code) }))
    .filter((one) => one.distance < Infinity)
    .sort((a, b) => a.distance - b.distance || b.weight - a.weight || collator.compare(a.name, b.name));
}

function weighed(term, count) {
  return offer(term.iri, term.name, count, (term.iri.startsWith(OWN) ? 1e12 : 0) + count);
}

function classes() {
  return terms.classes.map((term) => weighed(term, term.count));
}

/** Properties by how often things of the classes have them; the others after those. */
async function properties(context) {
  const counts = new Map();
  terms.classes.filter((term) => context.classes.includes(term.iri)).forEach((term) => Object.entries(term.properties)
    .forEach(([place, count]) => counts.set(terms.properties[place].iri, count)));
  if (counts.size === 0 && context.leading.length > 0) {
    (await leadTo(context.leading[0])).forEach((count, iri) => counts.set(iri, count));
  }
  if (counts.size === 0 && context.siblings.length > 0) {
    const places = context.siblings.map((iri) => terms.properties.findIndex((term) => term.iri === iri)).filter((at) => at >= 0);
    terms.classes.filter((term) => places.every((place) => term.properties[place])).forEach((term) =>
      Object.entries(term.properties).forEach(([place, count]) =>
        counts.set(terms.properties[place].iri, Math.max(count, counts.get(terms.properties[place].iri) || 0))));
  }
  return terms.properties.map((term) => {
    const own = counts.get(term.iri) || 0;
    const offered = weighed(term, counts.size > 0 ? own : term.count);
    return { ...offered, weight: offered.weight + (own > 0 ? 1e13 : 0), foreign: counts.size > 0 && own === 0 };
  }).filter((offered) => !offered.foreign || context.typed.length > 0);
}

/** What things have that a property leads to, by a look at some of them. */
async function leadTo(property) {
  if (!led.has(property)) {
    led.set(property, rows(`SELECT ?p (COUNT(*) AS ?n) {
  { SELECT DISTINCT ?o { ?s <${property}> ?o } LIMIT 200 } ?o ?p ?v } GROUP BY ?p`)
      .then((all) => new Map(all.map(({ p, n }) => [p.value, Number(n.value)])), () => new Map()));
  }
  return led.get(property);
}

/** What a property leads to, with how often; of very many, some. */
async function valuesOf(property) {
  if (!values.has(property)) {
    values.set(property, rows(`SELECT ?o (COUNT(*) AS ?n) {
  { SELECT ?o { ?s <${property}> ?o } LIMIT 5000 } } GROUP BY ?o ORDER BY DESC(?n) LIMIT ${MOST_VALUES}`)
      .then(async (all) => {
        await fetchNames(all.filter(({ o }) => o.type === "uri").map(({ o }) => o.value)).catch(() => {});
        return all;
      }, () => []));
  }
  return (await values.get(property)).map(({ o, n }) => ({ term: o, count: Number(n.value) }));
}

/** Things whose names begin as typed. */
async function things(typed) {
  const key = typed.replace(/^[^:]*:/, "").replace(/[<>"]/g, "");
  if (key.length < 2) {
    return [];
  }
  if (!found.has(key)) {
    found.set(key, fetched(`/reconcile/suggest/entity?prefix=${encodeURIComponent(key)}&limit=12`,
      { headers: { "Accept-Language": lang } }, (response) => response.json()).then((answer) => answer.result, () => []));
  }
  return (await found.get(key)).map((thing, at) => offer(thing.id, thing.name, null, -at));
}

function literal({ term, count }) {
  const text = JSON.stringify(term.value);
  const end = term["xml:lang"] ? `@${term["xml:lang"]}` : term.datatype ? `^^${offer(term.datatype, "", 0, 0).code}` : "";
  return { name: term.value.slice(0, 60), code: text + end, count, weight: count, prefix: term.datatype ? shortened(term.datatype) : null };
}

async function objects(context) {
  const typed = context.typed.replace(/^["']/, "");
  const known = context.predicate ? await valuesOf(context.predicate) : [];
  const own = fitting(known.filter(({ term }) => term.type === "uri")
    .map(({ term, count }) => offer(term.value, nameOf(term.value), count, count)), typed);
  const texts = known.filter(({ term }) => term.type === "literal" && term.value.length < 80);
  // Names and numbers are too many and too different to choose from; a few words that recur are not.
  const few = texts.length > 0 && texts.length <= 30 ? fitting(texts.map(literal), typed) : [];
  const others = own.length >= 8 ? [] : (await things(typed)).filter((one) => own.every((other) => other.iri !== one.iri));
  return [...own, ...few, ...others];
}

function wordsOf(list, typed) {
  const wanted = typed.toUpperCase();
  return wanted === "" ? [] : list.filter((keyword) => keyword.startsWith(wanted) && keyword !== wanted)
    .map((keyword) => ({ name: keyword, code: keyword, plain: true }));
}

function variables(context) {
  return context.variables.filter((name) => name.startsWith(context.typed) && name !== context.typed)
    .map((name) => ({ name, code: name, plain: true }));
}

/** What finds places and names, and what works on them, once something of it has been typed. */
function functions(iris, typed) {
  return typed === "" ? [] : fitting(iris.map((iri) => offer(iri, "", null, 0)), typed);
}

async function offers(context) {
  if (/^[?$]/.test(context.typed)) {
    return variables(context);
  }
  switch (context.phase) {
    case "predicate":
      return [...(context.typed === "" || context.typed === "a" ? [{ name: "a", code: "a", plain: true }] : []),
        ...fitting(await properties(context), context.typed), ...functions(terms.propertyFunctions, context.typed)];
    case "object":
      return context.predicate === TYPE ? fitting(classes(), context.typed)
        : [...await objects(context), ...(context.typed === "" ? variables(context) : [])];
    case "expression":
      return [...wordsOf(FUNCTIONS, context.typed), ...functions(terms.functions, context.typed), ...fitting(context.typed.includes(":") ? classes() : [], context.typed),
        ...(context.typed.length > 1 ? await things(context.typed) : [])];
    case "head":
      return wordsOf(HEAD, context.typed);
    default:
      return [...wordsOf([...KEYWORDS, ...HEAD], context.typed), ...await things(context.typed)];
  }
}

function shown(item, data, one) {
  item.append(element("span", { className: "hint-name", dir: "auto" }, one.name));
  if (!one.plain) {
    item.append(element("span", { className: "hint-code", dir: "ltr" }, one.code));
  }
  if (one.count) {
    item.append(element("span", { className: "hint-count" }, number(one.count)));
  }
}

/** Lets an editor complete what is written in it. */
export function complete(editor) {
  const { mirror } = editor;
  const hint = async () => {
    if (!terms) {
      // Who types before they have come is offered them as soon as they are there.
      await loading?.catch(() => {});
    }
    if (!terms) {
      return null;
    }
    const context = contextAt(mirror.getValue(), mirror.indexFromPos(mirror.getCursor()), terms.prefixes);
    const list = context ? (await offers(context)).slice(0, MOST) : [];
    if (list.length === 0) {
      return null;
    }
    return {
      from: mirror.posFromIndex(context.from),
      to: mirror.posFromIndex(context.end),
      list: list.map((one) => ({ ...one, render: shown, hint: (cm) => {
        // More may have been typed since the list was made: what stands at the cursor now gives way.
        const now = contextAt(cm.getValue(), cm.indexFromPos(cm.getCursor()), terms.prefixes) || context;
        cm.replaceRange(`${one.code} `, cm.posFromIndex(now.from), cm.posFromIndex(now.end), "complete");
        if (one.prefix) {
          editor.declare(one.prefix.prefix, one.prefix.namespace);
        }
      } })),
    };
  };
  // The list never takes the focus: a letter typed while the mouse chooses is not lost.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest?.(".CodeMirror-hints")) {
      event.preventDefault();
    }
  });
  const options = { hint, completeSingle: false, closeCharacters: /[()[\]{};>,]/ };
  mirror.on("inputRead", (cm, change) => {
    // Who types fast hands several letters over at once: what counts is the last.
    const typed = change.text.join("\n").slice(-1);
    if (mirror.state.completionActive || !change.origin.startsWith("+input")) {
      return;
    }
    if (/^[\p{L}:?$]$/u.test(typed)) {
      mirror.showHint(options);
    } else if (typed === " " && terms) {
      const context = contextAt(mirror.getValue(), mirror.indexFromPos(mirror.getCursor()), terms.prefixes);
      if (context && (context.phase === "predicate" || (context.phase === "object" && context.predicate))) {
        mirror.showHint(options);
      }
    }
  });
  return () => mirror.showHint(options);
}
