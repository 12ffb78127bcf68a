// Cuts a query into words, as section 19.8 of SPARQL 1.1 has them, without failing on any text.
const LETTER = "A-Za-z\\u00c0-\\u02ff\\u0370-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\ud7ff\\uf900-\\uffef";
const KINDS = [
  ["comment", "#[^\\n]*"],
  ["text", '"""(?:[^"\\\\]|\\\\[\\s\\S]|"(?!""))*"""|' + "'''(?:[^'\\\\]|\\\\[\\s\\S]|'(?!''))*'''|"
    + '"(?:[^"\\\\\\n]|\\\\.)*"|' + "'(?:[^'\\\\\\n]|\\\\.)*'"],
  ["iri", '<[^<>"{}|^`\\\\\\s]*>'],
  ["variable", `[?$][${LETTER}0-9_]+`],
  ["language", "@[A-Za-z]+(?:-[A-Za-z0-9]+)*"],
  ["prefixed", `(?:[${LETTER}](?:[${LETTER}0-9_.\\u00b7-]*[${LETTER}0-9_\\u00b7-])?)?:`
    + `(?:(?:[${LETTER}0-9_:\\u00b7-]|%[0-9A-Fa-f]{2}|\\\\.)(?:(?:[${LETTER}0-9_:.\\u00b7-]|%[0-9A-Fa-f]{2}|\\\\.)*`
    + `(?:[${LETTER}0-9_:\\u00b7-]|%[0-9A-Fa-f]{2}|\\\\.))?)?`],
  ["blank", `_:[${LETTER}0-9_](?:[${LETTER}0-9_.-]*[${LETTER}0-9_-])?`],
  ["number", "(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"],
  ["word", `[${LETTER}_][${LETTER}0-9_]*`],
  ["sign", "\\^\\^|&&|\\|\\||!=|<=|>=|<<|>>|[{}()\\[\\].;,=<>!*+/|^?&~-]"],
  ["space", "\\s+"],
  ["other", "[\\s\\S]"],
];
// Blank nodes come before prefixed names, whose prefix could not begin with an underscore anyway.
const PATTERN = new RegExp(KINDS.map(([, pattern]) => `(${pattern})`).join("|"), "gy");

/**
 * The words of a text, spaces left out: each with its kind, its text, where it begins and ends, whether a space stands
 * before it, and how many line breaks do.
 */
export function tokens(text) {
  const found = [];
  let lines = 0;
  let spaced = false;
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match; match = PATTERN.exec(text)) {
    let kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)][0];
    let value = match[0];
    if (kind === "number" && value.endsWith(".")) {
      // "5." ends a statement.
      value = value.slice(0, -1);
      PATTERN.lastIndex -= 1;
    }
    if (kind === "space") {
      lines += value.split("\n").length - 1;
      spaced = true;
      continue;
    }
    found.push({ kind, text: value, start: match.index, end: match.index + value.length, lines, spaced });
    lines = 0;
    spaced = false;
  }
  return found;
}

/** The prefixes that a query declares, by prefix. */
export function declared(text) {
  const known = new Map();
  const all = tokens(text).filter((token) => token.kind !== "comment");
  all.forEach((token, at) => {
    if (token.kind === "word" && /^prefix$/i.test(token.text) && all[at + 1]?.kind === "prefixed" && all[at + 2]?.kind === "iri") {
      known.set(all[at + 1].text.slice(0, -1), all[at + 2].text.slice(1, -1));
    }
  });
  return known;
}
