// Names and places of things, fetched when somebody looks at them.
import { rows } from "./ask.js";
import { rank } from "./words.js";

const BATCH = 200;
const names = new Map();
const prefixes = new Map();

/** Says which prefixes stand for which namespaces. */
export function usePrefixes(known) {
  Object.entries(known).forEach(([prefix, namespace]) => prefixes.set(prefix, namespace));
}

/** The prefix and the rest of an IRI, or null if no known prefix fits. */
export function shortened(iri) {
  let best = null;
  for (const [prefix, namespace] of prefixes) {
    if (iri.startsWith(namespace) && (best === null || namespace.length > best.namespace.length)) {
      const local = iri.slice(namespace.length);
      if (/^[A-Za-z0-9_]([\w-]*[\w])?$/.test(local)) {
        best = { prefix, namespace, local };
      }
    }
  }
  return best;
}

/** An IRI as short as prefixes make it, for people to read. */
export function short(iri) {
  const parts = shortened(iri);
  return parts ? `${parts.prefix}:${parts.local}` : iri;
}

/** The name of a thing if it has been fetched. */
export function nameOf(iri) {
  return names.get(iri)?.value;
}

/** Whether an IRI may stand in a query between angle brackets. */
function isWritable(iri) {
  return /^[a-z][a-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*$/i.test(iri);
}

export function listed(iris) {
  return iris.filter(isWritable).map((iri) => `<${iri}>`).join(" ");
}

/** Fetches the names of things that are not known yet. */
export async function fetchNames(iris, revision) {
  const wanted = [...new Set(iris)].filter((iri) => !names.has(iri) && isWritable(iri));
  for (let from = 0; from < wanted.length; from += BATCH) {
    const some = wanted.slice(from, from + BATCH);
    const found = await rows(`PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dct: <http://purl.org/dc/terms/>
SELECT ?thing ?name { VALUES ?thing { ${listed(some)} } ?thing skos:prefLabel|rdfs:label|dct:title ?name }`, revision);
    some.forEach((iri) => names.set(iri, null));
    for (const { thing, name } of found) {
      const known = names.get(thing.value);
      const better = !known || rank(name["xml:lang"]) < rank(known["xml:lang"]);
      if (better) {
        names.set(thing.value, name);
      }
    }
  }
}

/** Where a page about an IRI is found here. */
export function pageOf(iri) {
  return `/resource?iri=${encodeURIComponent(iri)}`;
}
