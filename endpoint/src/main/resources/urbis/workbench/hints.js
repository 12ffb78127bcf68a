// Terms of a query that nobody declared: told beside the answer, each with what it was probably meant to be.
import { resolve } from "./context.js";
import { button, element } from "./element.js";
import { declared, tokens } from "./tokens.js";
import { word } from "./words.js";

const ITEM = /unknown-term;iri="([^"]*)"(?:;meant="([^"]*)")?/g;

/** What the header Urbis-Hint names: terms by their IRIs, each with those that were probably meant. */
export function hintsOf(header) {
  return [...(header || "").matchAll(ITEM)].map(([, iri, meant]) => ({ iri, meant: (meant || "").split(" ").filter(Boolean) }));
}

/** As headers write addresses. */
function ascii(iri) {
  return iri.replace(/[^\0-\x7f]+/g, encodeURIComponent);
}

/** The words of a query that stand for a term. */
function placesOf(query, iri) {
  const prefixes = declared(query);
  return tokens(query).filter((token) => (token.kind === "iri" || token.kind === "prefixed")
    && ascii(resolve(token.text, prefixes) || "") === iri);
}

/** A term as a query would write it, by the prefixes that it declares. */
function writtenIn(query, iri) {
  const [prefix, namespace] = [...declared(query)].find(([, space]) => iri.startsWith(space) && /^[\w-]+$/.test(iri.slice(space.length))) || [];
  return namespace === undefined ? `<${iri}>` : `${prefix}:${iri.slice(namespace.length)}`;
}

/** The query with another term in the place of one, wherever it stands. */
export function replaced(query, iri, by) {
  return placesOf(query, iri).reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + writtenIn(query, by) + text.slice(end), query);
}

/**
 * Tells of terms that nobody declared.
 *
 * @param replace does so with a term by another, or is null where the query is not the reader's to change
 */
export function toldOf(hints, query, replace) {
  return hints.length > 0 && element("div", { className: "note hinted", role: "status" }, hints.map(({ iri, meant }) =>
    element("p", { className: "run" },
      element("span", {}, word("hint.unknown"), " ", element("code", { dir: "ltr" }, writtenIn(query, iri))),
      replace && meant.map((other) => button(word("hint.replace", writtenIn(query, other)), () => replace(iri, other))))));
}
