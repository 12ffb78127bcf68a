// The workbench: puts its parts together and runs what is asked.
import { Trouble, ask } from "./ask.js";
import { answerOfJson, answerOfTriples } from "./columns.js";
import { Editor } from "./editor.js";
import { button } from "./element.js";
import { format } from "./format.js";
import { refuse, show, wait } from "./results.js";
import { tokens } from "./tokens.js";
import { word } from "./words.js";

const form = document.getElementById("ask");
const place = document.getElementById("answer-place");
const parameters = new URLSearchParams(location.search);
let running = null;

document.documentElement.classList.add("with-script");

const editor = new Editor(document.getElementById("query"), { "Ctrl-Enter": run, "Cmd-Enter": run, "Shift-Alt-F": tidy });

function tidy() {
  editor.rewrite(format(editor.text));
}

/** Whether a query asks for a graph, by the first of its words that says so. */
function asksForGraph(query) {
  const verb = tokens(query).find((token) => token.kind === "word" && /^(select|ask|construct|describe)$/i.test(token.text));
  return verb !== undefined && /^(construct|describe)$/i.test(verb.text);
}

async function answerTo(asked, signal) {
  const graph = asksForGraph(asked.query);
  const begun = performance.now();
  const answer = await ask(asked, graph ? "application/n-triples" : "application/sparql-results+json", signal,
    async (response) => ({
      ...(graph ? answerOfTriples(await response.text()) : answerOfJson(await response.json())),
      revision: response.headers.get("Urbis-Revision"),
    }));
  return { ...answer, ms: performance.now() - begun };
}

function help(trouble) {
  const { line, column, suggestion, prefix } = trouble.problem;
  const actions = [];
  if (line > 0) {
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

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const asked = { query: editor.text, revision: parameters.get("revision") || "" };
  editor.forgive();
  form.classList.add("running");
  wait(place, () => mine.abort());
  try {
    const answer = await answerTo(asked, mine.signal);
    if (running === mine) {
      show(place, asked, answer, parameters.get("view"), () => {});
    }
  } catch (failed) {
    if (running === mine) {
      const trouble = failed instanceof Trouble ? failed : new Trouble("broken");
      refuse(place, trouble, help(trouble));
    }
  } finally {
    if (running === mine) {
      form.classList.remove("running");
    }
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
document.querySelector("#ask .run").append(button(word("editor.format"), tidy, { id: "format-query" }));
if (parameters.has("query")) {
  run();
}
