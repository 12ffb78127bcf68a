// The workbench: puts its parts together and runs what is asked.
import { Trouble, ask, isShort, runName, stop } from "./ask.js";
import { browse, form as questionForm, questions, sparqlOf, valuesOf } from "./catalogue.js";
import { answerOfJson, answerOfTriples } from "./columns.js";
import { complete, loadTerms } from "./completion.js";
import { Desk, titleOf } from "./desk.js";
import { Editor } from "./editor.js";
import { button, element } from "./element.js";
import { format } from "./format.js";
import { hintsOf, replaced, toldOf } from "./hints.js";
import { explain, planOf } from "./plan.js";
import { nothing, refuse, show, wait } from "./results.js";
import { cite, linkTo, program, share } from "./share.js";
import { tokens } from "./tokens.js";
import { word } from "./words.js";

const PAUSE = 700;
const byId = (id) => document.getElementById(id);
const [form, place, planPlace, questionPlace] = ["ask", "answer-place", "plan", "question"].map(byId);
const area = byId("query");
const parameters = new URLSearchParams(location.search);
let running = null;
let checking = null;
let waiting = 0;

document.documentElement.classList.add("with-script");

const editor = new Editor(area, { "Ctrl-Enter": run, "Cmd-Enter": run, "Shift-Alt-F": tidy,
  "Ctrl-Space": () => suggest() });
const suggest = complete(editor);
const desk = new Desk(byId("tabs"), area.value, showTab);

function tidy() {
  editor.rewrite(format(editor.text));
}

/** Whether a query asks for a graph, by the first of its words that says so. */
function asksForGraph(query) {
  const verb = tokens(query).find((token) => token.kind === "word" && /^(select|ask|construct|describe)$/i.test(token.text));
  return verb !== undefined && /^(construct|describe)$/i.test(verb.text);
}

/** What a tab asks. */
function askedBy(tab) {
  return tab.question ? { question: tab.question, values: tab.values, revision: tab.revision } : { query: tab.query, revision: tab.revision };
}

async function answerTo(asked, signal, name) {
  const graph = asked.question ? ["construct", "describe"].includes((await questions()).get(asked.question)?.form) : asksForGraph(asked.query);
  const begun = performance.now();
  const answer = await ask(asked, graph ? "application/n-triples" : "application/sparql-results+json", signal,
    async (response) => ({
      ...(graph ? answerOfTriples(await response.text()) : answerOfJson(await response.json())),
      revision: response.headers.get("Urbis-Revision"),
      hints: hintsOf(response.headers.get("Urbis-Hint")),
    }), { "Urbis-Run": name });
  return { ...answer, ms: performance.now() - begun };
}

function help(trouble) {
  const { line, column, suggestion, prefix } = trouble.problem;
  const actions = [];
  if (line > 0 && !desk.tab.question) {
    editor.blame(trouble.problem);
    actions.push(button(word("trouble.go", line), () => editor.go(line, column)));
  }
  if (prefix && suggestion) {
    actions.push(button(word("trouble.add", suggestion), () => {
      const [, name, namespace] = /^PREFIX (\S*): <(.*)>$/.exec(suggestion);
      editor.declare(name, namespace);
      run();
    }));
  }
  if (trouble.kind === "lost" || trouble.kind === "broken" || trouble.problem.status === 503) {
    actions.push(button(word("trouble.again"), run));
  }
  return actions;
}

/** Lets a reload and a bookmark come back to what was asked. */
function address(tab) {
  const link = isShort(askedBy(tab)) ? linkTo(askedBy(tab), tab.view, tab.revision) : "/sparql";
  history.replaceState(null, "", link);
}

function pinned(tab) {
  return tab.revision && element("p", { className: "cut" }, word("run.pinned", Number(tab.revision)), " ",
    button(word("run.unpin"), () => {
      delete tab.revision;
      run();
    }));
}

/** What the server doubts of a query of the reader's. */
function hinted(asked, { hints }) {
  return !asked.question && toldOf(hints, asked.query, (iri, other) => {
    editor.rewrite(replaced(editor.text, iri, other));
    run();
  });
}

function present(tab, asked, answer) {
  const extras = [button(word("share.cite"), () => cite(asked, tab.view, answer.revision, titleOf(tab)))];
  show(place, asked, answer, tab.view, (view) => {
    tab.view = view;
    desk.keep();
    address(tab);
  }, extras);
  place.prepend(...[pinned(tab), hinted(asked, answer)].filter(Boolean));
  tab.answered = answer.revision;
  desk.note(tab, answer.verdict === undefined ? answer.rows.length : 1, answer.ms);
  if (answer.verdict === undefined && answer.rows.length === 0) {
    explainNothing(asked);
  }
}

/** Says of an answer without rows which part of the query fits nothing: most often a name that is not quite right. */
async function explainNothing(asked) {
  try {
    const query = asked.question ? await sparqlOf((await questions()).get(asked.question), asked.values) : asked.query;
    const { patterns } = await planOf(query);
    nothing(place.querySelector(".empty"), patterns);
  } catch {
    // That there is nothing has been said.
  }
}

async function run() {
  halt();
  const tab = desk.tab;
  const mine = { abort: new AbortController(), name: runName() };
  running = mine;
  clearTimeout(waiting);
  checking?.abort();
  editor.forgive();
  form.classList.add("running");
  wait(place, () => halt());
  address(tab);
  desk.draw();
  const asked = askedBy(tab);
  try {
    const answer = await answerTo(asked, mine.abort.signal, mine.name);
    if (running === mine) {
      present(tab, asked, answer);
    }
  } catch (failed) {
    // What was stopped because another tab is shown now is not told there.
    if ((running === mine || running === null) && desk.tab === tab) {
      refuseWith(failed);
    }
  } finally {
    if (running === mine) {
      running = null;
    }
    form.classList.toggle("running", running !== null);
  }
}

function refuseWith(failed) {
  const trouble = failed instanceof Trouble ? failed : new Trouble("broken");
  refuse(place, trouble, help(trouble));
}

/** Stops what is being asked, here and on the server. */
function halt() {
  if (running) {
    const { abort, name } = running;
    running = null;
    abort.abort();
    stop(name);
  }
}

/** Underlines what is wrong while the reader pauses; what is right is left alone. */
function checkSoon() {
  clearTimeout(waiting);
  checking?.abort();
  waiting = setTimeout(async () => {
    checking = new AbortController();
    try {
      if (editor.text.trim()) {
        await planOf(editor.text, checking.signal);
      }
      editor.forgive();
    } catch (failed) {
      if (failed.kind === "problem") {
        editor.blame(failed.problem);
      }
    }
  }, PAUSE);
}

async function showPlan() {
  try {
    explain(planPlace, await planOf(desk.tab.query));
  } catch (failed) {
    refuseWith(failed);
  }
}

async function showTab(tab) {
  halt();
  place.replaceChildren();
  planPlace.replaceChildren();
  questionPlace.replaceChildren();
  form.hidden = Boolean(tab.question);
  if (tab.question) {
    const question = (await questions()).get(tab.question);
    if (desk.tab !== tab) {
      // The reader has gone on to another meanwhile.
      return;
    }
    if (!question) {
      refuse(place, new Trouble("problem", { title: word("catalogue.none") }), []);
      return;
    }
    if (tab.title !== question.summary) {
      tab.title = question.summary;
      desk.draw();
    }
    questionForm(questionPlace, question, tab.values, (values) => {
      tab.values = values;
      run();
    }, async () => desk.open({ query: await sparqlOf(question, tab.values), title: "" }));
  } else {
    editor.text = tab.query;
    editor.mirror.refresh();
  }
}

async function openQuestion(question) {
  desk.open({ question: question.name, values: valuesOf(question, {}), title: question.summary, query: "" });
  if (question.parameters.every((parameter) => !parameter.required)) {
    await showTab(desk.tab);
    run();
  }
}

/** Opens what the address asks for. */
async function begin() {
  const shared = { view: parameters.get("view") || "table", ...(parameters.has("revision") && { revision: parameters.get("revision") }) };
  if (parameters.has("question")) {
    const values = {};
    [...new Set(parameters.keys())].filter((name) => name.startsWith("p."))
      .forEach((name) => { values[name.slice(2)] = parameters.getAll(name).length > 1 ? parameters.getAll(name) : parameters.get(name); });
    desk.open({ question: parameters.get("question"), values, query: "", ...shared });
    await showTab(desk.tab);
    run();
  } else if (parameters.has("query")) {
    desk.open({ query: parameters.get("query"), ...shared });
    run();
  } else {
    desk.choose(desk.current);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
editor.onChange((mirror, change) => {
  if (!desk.tab.question && change.origin !== "setValue") {
    desk.tab.query = editor.text;
    desk.tab.title = "";
    desk.keep();
    checkSoon();
  }
});
document.querySelector("#ask .run").append(
  button(word("editor.format"), tidy, { id: "format-query" }),
  button(word("plan.explain"), showPlan, { id: "explain" }));
byId("tools").append(
  button(word("share.title"), () => share(askedBy(desk.tab), desk.tab.view, desk.tab.answered || desk.tab.revision), { id: "share" }),
  button(word("share.program"), () => program(askedBy(desk.tab)), { id: "program" }));
begin();
loadTerms().catch(() => {});
browse(byId("questions"), openQuestion).catch(() => {});
