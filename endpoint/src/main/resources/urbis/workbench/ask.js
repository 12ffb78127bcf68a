// Asks the server and understands its answers and its refusals.
import { lang, word } from "./words.js";

/** Longer queries are posted: not every proxy lets longer addresses pass. */
const LONGEST_ADDRESS = 4000;

/**
 * What kept an answer away: `kind` is `problem` (the server says why, RFC 9457), `lost` (it cannot be reached), `broken`
 * (the answer ended before its end) or `stopped` (by the reader).
 */
export class Trouble extends Error {
  constructor(kind, problem = {}, language = lang) {
    super(problem.detail || problem.title || kind);
    /** The language of the detail. */
    this.language = language;
    this.kind = kind;
    this.problem = problem;
  }

  /** A heading for people. */
  get title() {
    return this.kind === "problem" ? this.problem.title || word("trouble.problem") : word(`trouble.${this.kind}`);
  }

  /** What can be done, or what the server says of it. */
  get detail() {
    return this.kind === "problem" ? this.problem.detail || "" : word(`trouble.${this.kind}.detail`);
  }
}

/** Where something is asked by GET: a query, or a question of the catalogue with its values. */
export function address(asked, extra = {}) {
  const parameters = new URLSearchParams();
  let path = "/sparql";
  if (asked.question) {
    path = `/queries/${asked.question}`;
    for (const [name, values] of Object.entries(asked.values || {})) {
      [values].flat().filter((value) => value !== "").forEach((value) => parameters.append(name, value));
    }
  } else {
    parameters.set("query", asked.query);
  }
  if (asked.revision) {
    parameters.set("revision", asked.revision);
  }
  Object.entries(extra).forEach(([name, value]) => parameters.set(name, value));
  return `${path}?${parameters}`;
}

/** Whether something can be asked by an address alone. */
export function isShort(asked) {
  return address(asked).length <= LONGEST_ADDRESS;
}

async function refusal(response) {
  // Where there are no words for a case in the reader's language, English is named last, and is what the detail is in.
  const language = (response.headers.get("Content-Language") || "en").split(",").pop().trim();
  try {
    return new Trouble("problem", { status: response.status, ...(await response.json()) }, language);
  } catch {
    return new Trouble("problem", { status: response.status, title: `${response.status} ${response.statusText}` });
  }
}

/**
 * Sends a request; what is not an answer becomes a Trouble.
 *
 * @param read takes the answer from the response
 */
export async function fetched(where, options, read) {
  let response;
  try {
    response = await fetch(where, options);
  } catch (failed) {
    throw new Trouble(failed.name === "AbortError" ? "stopped" : "lost");
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  try {
    return await read(response);
  } catch (failed) {
    throw new Trouble(failed.name === "AbortError" ? "stopped" : "broken");
  }
}

/** A name by which the server can be told to stop. */
export function runName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Tells the server to stop a query; that it has ended already is as good. */
export function stop(name) {
  fetch(`/sparql/runs/${name}`, { method: "DELETE", keepalive: true }).catch(() => {});
}

/** Asks a query or a question and hands the response to a reader of it. */
export function ask(asked, accept, signal, read, headers = {}) {
  const options = { signal, headers: { Accept: accept, ...headers } };
  if (!asked.question && !isShort(asked)) {
    const form = new URLSearchParams({ query: asked.query });
    if (asked.revision) {
      form.set("revision", asked.revision);
    }
    return fetched("/sparql", { ...options, method: "POST", body: form }, read);
  }
  return fetched(address(asked), options, read);
}

/** Asks for rows outright, such as for names and places. */
export function rows(query, revision, signal) {
  return ask({ query, revision }, "application/sparql-results+json", signal, (response) => response.json())
    .then((answer) => answer.results.bindings);
}
