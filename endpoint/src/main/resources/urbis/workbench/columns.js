// What the columns of an answer hold.
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger",
  "positiveInteger", "negativeInteger", "nonPositiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"]
  .map((name) => XSD + name));
const TIMES = new Set(["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name));
const WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";
const COUNTRY = /^http:\/\/metadata\.un\.org\/sdg\/codes\/geoArea\/(\d{3})$/;

/** The sort of a value: iri, blank, number, time, point or text. */
export function sortOf(term) {
  if (term.type === "uri") {
    return "iri";
  }
  if (term.type === "bnode") {
    return "blank";
  }
  if (NUMBERS.has(term.datatype)) {
    return "number";
  }
  if (TIMES.has(term.datatype)) {
    return "time";
  }
  return term.datatype === WKT ? "point" : "text";
}

/** The number of a value; NaN if it is none. */
export function numberOf(term) {
  return term && sortOf(term) === "number" ? Number(term.value) : NaN;
}

/** The moment of a value in milliseconds since 1970; NaN if it is none. */
export function timeOf(term) {
  const parts = term && /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?/.exec(term.value);
  return parts ? Date.UTC(Number(parts[1]), Number(parts[2] || 1) - 1, Number(parts[3] || 1)) : NaN;
}

/** The code of a country or region by the United Nations (M49) if a value is one, else null. */
export function countryOf(term) {
  return (term?.type === "uri" && COUNTRY.exec(term.value)?.[1]) || null;
}

/** Latitude and longitude of a point in well-known text, else null. */
export function pointOf(term) {
  const found = term && /POINT\s*\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)\s*\)/i.exec(term.value);
  return found ? { latitude: Number(found[2]), longitude: Number(found[1]) } : null;
}

/** Each column with its name, its place and the sort that all its values share, or text. */
export function columnsOf(answer) {
  return answer.columns.map((name, index) => {
    const sorts = new Set();
    answer.rows.forEach((row) => row[index] && sorts.add(sortOf(row[index])));
    const sort = sorts.size === 1 ? [...sorts][0] : "text";
    return { name, index, sort: sorts.size === 0 ? "none" : sort };
  });
}

/** The columns of latitude and longitude by their names, or null. */
export function positionColumns(columns) {
  const called = (pattern) => columns.find((column) => column.sort === "number" && pattern.test(column.name));
  const latitude = called(/lat(itude)?$/i);
  const longitude = called(/(lon(gitude)?|lng|long)$/i);
  return latitude && longitude ? { latitude, longitude } : null;
}

/** A line of N-Triples as three values. */
function triple(line) {
  const values = [];
  const pattern = /<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/gy;
  const plain = (text) => text.replace(/\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)/g, (all, four, eight, one) =>
    one ? { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" }[one] || one : String.fromCodePoint(parseInt(four || eight, 16)));
  for (let at = 0; values.length < 3; at = pattern.lastIndex) {
    while (line[at] === " " || line[at] === "\t") {
      at += 1;
    }
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (!found) {
      return null;
    }
    const [, iri, blank, text, lang, datatype] = found;
    values.push(iri !== undefined ? { type: "uri", value: plain(iri) } : blank ? { type: "bnode", value: blank }
      : { type: "literal", value: plain(text), ...(lang && { "xml:lang": lang }), ...(datatype && { datatype }) });
  }
  return values;
}

/** An answer to CONSTRUCT or DESCRIBE as rows of three columns. */
export function answerOfTriples(text) {
  const rows = text.split("\n").filter((line) => line.trim()).map(triple).filter(Boolean);
  return { columns: ["subject", "predicate", "object"], rows, graph: true };
}

/** An answer in the JSON results format of SPARQL. */
export function answerOfJson(json) {
  if (typeof json.boolean === "boolean") {
    return { columns: [], rows: [], verdict: json.boolean };
  }
  const columns = json.head.vars;
  return { columns, rows: json.results.bindings.map((binding) => columns.map((name) => binding[name] || null)) };
}
