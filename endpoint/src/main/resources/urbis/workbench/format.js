// Lays out a query: a line for each statement, what is inside braces further in. Comments stay where they are, and not a word
// is changed but for the case of keywords.
import { tokens } from "./tokens.js";

const STEP = "  ";
const KEYWORDS = new Set(("BASE PREFIX SELECT CONSTRUCT DESCRIBE ASK DISTINCT REDUCED AS FROM NAMED WHERE ORDER BY ASC DESC "
  + "LIMIT OFFSET GROUP HAVING VALUES UNDEF GRAPH OPTIONAL UNION MINUS FILTER BIND SERVICE SILENT EXISTS NOT IN").split(" "));
const OPENS_LINE = new Set(["FROM", "ORDER", "GROUP", "HAVING", "LIMIT", "OFFSET", "VALUES", "PREFIX", "BASE", "SELECT",
  "CONSTRUCT", "DESCRIBE", "ASK"]);
const OPENS_LINE_IN_GROUP = new Set([...OPENS_LINE, "FILTER", "OPTIONAL", "BIND", "MINUS", "GRAPH", "SERVICE"]);
const TIGHT_SIGNS = new Set(["/", "|", "^", "*", "+", "?", "!", "-", "^^"]);

class Layout {
  constructor() {
    this.out = "";
    // What is open around this place: "{", "(", "[" or "inline".
    this.open = [];
    this.continued = false;
    this.fresh = true;
    this.last = null;
    // The keyword that the statement began with, and whether its brackets are closed.
    this.clause = "";
    this.ended = false;
  }

  get depth() {
    return this.open.filter((one) => one === "{" || one === "[").length;
  }

  line(blank) {
    this.out = this.out.trimEnd() + (this.out.trim() ? (blank ? "\n\n" : "\n") : "");
    this.fresh = true;
  }

  put(token, text, spaceBefore) {
    if (this.fresh) {
      this.out += STEP.repeat(this.depth + (this.continued ? 1 : 0));
    } else if (spaceBefore) {
      this.out += " ";
    }
    this.out += text;
    this.fresh = false;
    this.last = token;
  }
}

function isKeyword(token) {
  return token.kind === "word" && KEYWORDS.has(token.text.toUpperCase());
}

function spaceBetween(last, token) {
  if (!last || last.text === "(" || (last.text === "[" && token.text === "]") || token.text === ")" || token.text === ",") {
    return false;
  }
  if (token.text === "." || token.text === ";" || last.text === "," || token.text === "{" || last.text === "{" || token.text === "}") {
    return true;
  }
  if (token.text === "(" && isKeyword(last)) {
    return token.spaced || !/^(asc|desc)$/i.test(last.text);
  }
  if (token.kind === "language" || token.text === "^^" || last.text === "^^") {
    return false;
  }
  if (TIGHT_SIGNS.has(token.text) || TIGHT_SIGNS.has(last.text) || token.text === "(") {
    return token.spaced;
  }
  return true;
}

/** Whether what a brace opens is short enough to stay in its line: the values of VALUES, or one statement that did so. */
function closesSoon(all, at) {
  for (let next = at + 1; next < all.length && next - at < 40; next++) {
    if (all[next].kind === "comment" || all[next].text === "{" || all[next].lines > 0) {
      return false;
    }
    if (all[next].text === "}") {
      return all[next].end - all[at].start <= 70;
    }
  }
  return false;
}

/** Whether the brace belongs to VALUES, whose rows are no statements. */
function ofValues(all, at) {
  let before = at - 1;
  while (before >= 0 && (all[before].kind === "variable" || all[before].text === "(" || all[before].text === ")")) {
    before -= 1;
  }
  return before >= 0 && all[before].text.toUpperCase() === "VALUES" && before < at - 1;
}

function open(layout, token, all, at) {
  const inline = closesSoon(all, at);
  if (layout.last?.text === "}" && layout.open.at(-1) === "{") {
    layout.continued = false;
    layout.line(token.lines > 1);
  }
  layout.ended = false;
  layout.put(token, "{", true);
  if (inline) {
    layout.open.push("inline");
  } else {
    layout.open.push(ofValues(all, at) ? "(" : "{");
    if (layout.open.at(-1) === "{") {
      layout.continued = false;
      layout.line(false);
    }
  }
}

function close(layout, token) {
  const what = layout.open.pop();
  if (what === "{" || what === undefined) {
    layout.continued = false;
    layout.line(false);
  }
  layout.put(token, "}", true);
}

function comment(layout, token) {
  if (token.lines > 0 || !layout.last) {
    layout.line(token.lines > 1);
  } else {
    // It speaks of what stands before it in its line.
    layout.out = layout.out.trimEnd();
    layout.fresh = false;
  }
  layout.put(token, token.text, true);
  layout.line(false);
}

function beginsLine(layout, token, all, at) {
  const within = layout.open.at(-1);
  if (within === "(" || within === "inline" || within === "[") {
    return false;
  }
  const last = layout.last;
  if (within === "{" && (last?.text === "}" || layout.ended)) {
    return token.text !== "." && token.text.toUpperCase() !== "UNION";
  }
  if (!isKeyword(token)) {
    return false;
  }
  const upper = token.text.toUpperCase();
  if (last && upper === "GROUP" && last.text.toUpperCase() === "BY") {
    return false;
  }
  return (within === "{" ? OPENS_LINE_IN_GROUP : OPENS_LINE).has(upper)
    || (upper === "WHERE" && last?.text === "}")
    || (last?.kind === "iri" && /^(prefix|base)$/i.test(all[at - 3]?.text || ""));
}

function place(layout, token, all, at) {
  const afterPrologue = layout.last?.kind === "iri" && /^prefix$/i.test(all[at - 3]?.text || "") && !/^(prefix|base)$/i.test(token.text);
  if (beginsLine(layout, token, all, at)) {
    layout.continued = false;
    layout.line(afterPrologue || (token.lines > 1 && layout.last?.text !== "{"));
    layout.clause = token.text.toUpperCase();
  } else if (layout.fresh && token.lines > 1 && layout.last && layout.last.text !== "{") {
    layout.line(true);
  }
  layout.ended = false;
  layout.put(token, isKeyword(token) ? token.text.toUpperCase() : token.text, spaceBetween(layout.last, token));
}

/** The same query, laid out. */
export function format(query) {
  const all = tokens(query);
  const layout = new Layout();
  all.forEach((token, at) => {
    const statement = layout.open.at(-1) === "{" || layout.open.at(-1) === "[";
    if (token.kind === "comment") {
      comment(layout, token);
    } else if (token.text === "{") {
      open(layout, token, all, at);
    } else if (token.text === "}") {
      close(layout, token);
    } else if (token.text === ")" || token.text === "]") {
      layout.open.pop();
      layout.put(token, token.text, spaceBetween(layout.last, token));
      layout.ended = layout.open.at(-1) === "{" && /^(FILTER|BIND)$/.test(layout.clause);
    } else {
      place(layout, token, all, at);
      if (token.text === "(" || token.text === "[") {
        layout.open.push("(");
      } else if (statement && token.text === ".") {
        layout.continued = false;
        layout.clause = "";
        layout.line(false);
      } else if (statement && token.text === ";") {
        layout.continued = true;
        layout.line(false);
      }
    }
  });
  return layout.out.trim() + "\n";
}
