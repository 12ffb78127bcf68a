// Understands where in a query the cursor stands: which part of a triple is being written, of which thing, of what class.
import { declared, tokens } from "./tokens.js";

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const TERMS = new Set(["variable", "iri", "prefixed", "blank", "text", "number"]);

/** The IRI that a word of a query stands for, or null. */
export function resolve(word, prefixes) {
  if (word === "a") {
    return TYPE;
  }
  if (word.startsWith("<")) {
    return word.slice(1, -1);
  }
  const colon = word.indexOf(":");
  const namespace = colon < 0 ? undefined : prefixes.get(word.slice(0, colon));
  return namespace === undefined ? null : namespace + word.slice(colon + 1).replace(/\\/g, "");
}

/** Follows triples through a query, as far as it makes any: unfinished queries too. */
class Walk {
  constructor() {
    this.triples = [];
    this.frames = [];
    this.begin("subject");
    this.brackets = 0;
    this.last = null;
    this.blanks = 0;
  }

  begin(phase) {
    Object.assign(this, { phase, subject: null, predicate: null, path: false });
  }

  push(phase, subject) {
    this.frames.push({ phase: this.phase, subject: this.subject, predicate: this.predicate });
    this.begin(phase);
    this.subject = subject;
  }

  term(text) {
    if (this.phase === "values" || this.last?.text === "^^") {
      return;
    }
    if (this.phase === "predicate") {
      this.predicate = text;
      this.phase = "object";
    } else if (this.phase === "object") {
      this.triples.push({ subject: this.path ? null : this.subject, predicate: this.predicate, object: text });
      this.phase = "after";
    } else {
      this.subject = text;
      this.phase = "predicate";
      this.path = false;
    }
  }

  sign(text) {
    if (text === "{") {
      const values = this.last?.kind === "variable" && this.valued || this.last?.text === ")" && this.valued;
      this.push(values ? "values" : "subject", null);
      this.valued = false;
    } else if (text === "}") {
      this.frames.pop();
      this.begin("subject");
    } else if (text === "[") {
      this.blanks += 1;
      this.push("predicate", `[${this.blanks}`);
    } else if (text === "]") {
      const inner = this.subject;
      Object.assign(this, this.frames.pop() || { phase: "subject", subject: null, predicate: null });
      this.term(inner);
    } else if (text === ".") {
      this.begin(this.phase === "values" ? "values" : "subject");
    } else if (text === ";" && this.subject) {
      this.phase = "predicate";
      this.path = false;
    } else if (text === "," && this.predicate) {
      this.phase = "object";
    } else if ((text === "/" || text === "|") && this.phase === "object") {
      this.path = this.path || text === "/";
      this.phase = "predicate";
    }
  }

  word(text) {
    if (text === "a" && this.phase === "predicate") {
      this.term("a");
    } else if (/^(true|false)$/i.test(text)) {
      this.term(text);
    } else if (/^values$/i.test(text)) {
      this.valued = true;
    } else if (/^(filter|bind|optional|minus|graph|service|union|exists|not)$/i.test(text)) {
      this.begin("subject");
    } else if (/^(select|order|group|having|limit|offset|from|prefix|construct|describe|ask|where)$/i.test(text)) {
      this.begin(/^where$/i.test(text) ? "subject" : "head");
    }
  }

  step(token) {
    if (token.text === "(" && this.phase !== "predicate") {
      this.brackets += 1;
    } else if (token.text === ")" && this.brackets > 0) {
      this.brackets -= 1;
    } else if (token.text === "{" && this.brackets > 0) {
      this.frames.push({ phase: this.phase, subject: this.subject, predicate: this.predicate, brackets: this.brackets });
      this.brackets = 0;
      this.begin("subject");
    } else if (this.brackets === 0) {
      if (token.kind === "sign") {
        this.sign(token.text);
      } else if (token.kind === "word") {
        this.word(token.text);
      } else if (TERMS.has(token.kind)) {
        this.term(token.text);
      }
    }
    this.last = token;
  }
}

function walk(all) {
  const through = new Walk();
  all.forEach((token) => through.step(token));
  return through;
}

/**
 * What is being written at a place of a query.
 *
 * @param known prefixes that may be used without being declared, by prefix
 * @return null within comments and texts; else the phase (subject, predicate, object, expression, head), what has been
 *     typed of it and from where, the predicate, and of the subject its classes, its other properties, and the properties
 *     that lead to it, all as IRIs
 */
export function contextAt(text, offset, known) {
  const all = tokens(text);
  const inside = all.find((token) => token.start < offset && offset <= token.end);
  if (inside && (inside.kind === "comment" || (inside.kind === "text" && offset < inside.end))) {
    return null;
  }
  const touched = inside && inside.kind !== "sign" && inside.kind !== "text" ? inside : null;
  const from = touched ? touched.start : offset;
  const plain = all.filter((token) => token.kind !== "comment");
  const here = walk(plain.filter((token) => token.end <= from));
  const whole = walk(plain.filter((token) => token !== touched));
  const prefixes = new Map([...Object.entries(known), ...declared(text)]);
  const iri = (word) => (word ? resolve(word, prefixes) : null);
  const phase = here.brackets > 0 ? "expression" : here.phase === "after" ? "subject" : here.phase;
  const own = whole.triples.filter((triple) => here.subject && triple.subject === here.subject);
  return {
    phase,
    from,
    end: touched ? touched.end : offset,
    typed: touched ? text.slice(from, offset) : "",
    continues: here.path,
    predicate: phase === "object" ? iri(here.predicate) : null,
    classes: own.filter((triple) => iri(triple.predicate) === TYPE).map((triple) => iri(triple.object)).filter(Boolean),
    siblings: own.map((triple) => iri(triple.predicate)).filter((one) => one && one !== TYPE),
    leading: whole.triples.filter((triple) => here.subject && triple.object === here.subject)
      .map((triple) => iri(triple.predicate)).filter(Boolean),
    variables: [...new Set(plain.filter((token) => token.kind === "variable" && token !== touched).map((token) => token.text))],
  };
}

export { TYPE };
