// The editor: CodeMirror with the words of this page, faults underlined where they are.
import { element } from "./element.js";
import { declared } from "./tokens.js";
import { word } from "./words.js";

const { CodeMirror } = window;

export class Editor {
  /**
   * Puts an editor in the place of a text area.
   *
   * @param keys what to do when keys are pressed, by their names in CodeMirror
   */
  constructor(area, keys) {
    this.mirror = CodeMirror.fromTextArea(area, {
      mode: "application/sparql-query",
      lineNumbers: true,
      lineWrapping: true,
      matchBrackets: true,
      autoCloseBrackets: true,
      indentUnit: 2,
      viewportMargin: 60,
      direction: "ltr",
      gutters: ["CodeMirror-linenumbers", "faults"],
      screenReaderLabel: word("editor.label"),
      // Tab leaves the editor, as it leaves every other field.
      extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-/": "toggleComment", "Cmd-/": "toggleComment", ...keys },
    });
    this.marks = [];
  }

  get text() {
    return this.mirror.getValue();
  }

  set text(text) {
    if (text !== this.mirror.getValue()) {
      this.mirror.setValue(text);
    }
    this.forgive();
  }

  /** Replaces the text so that it can be undone. */
  rewrite(text) {
    const last = this.mirror.lastLine();
    this.mirror.replaceRange(text, { line: 0, ch: 0 }, { line: last, ch: this.mirror.getLine(last).length }, "+rewrite");
  }

  focus() {
    this.mirror.focus();
  }

  onChange(listener) {
    this.mirror.on("change", listener);
  }

  /** Underlines a fault, at line and column from 1, and says at its line what it is. */
  blame(problem) {
    this.forgive();
    const { mirror } = this;
    if (!(problem.line > 0)) {
      return;
    }
    const line = Math.min(problem.line - 1, mirror.lastLine());
    const content = mirror.getLine(line);
    let from = Math.min(Math.max(0, problem.column - 1), content.length);
    if (from === content.length) {
      // The query ends too early: what comes before its end is marked.
      from = Math.max(0, content.trimEnd().length - 1);
    }
    const length = /^\S+/.exec(content.slice(from))?.[0].length || 1;
    this.marks.push(mirror.markText({ line, ch: from }, { line, ch: from + length },
      { className: "fault", attributes: { title: problem.detail } }));
    mirror.setGutterMarker(line, "faults", element("span", { className: "fault-mark", title: problem.detail }, "●"));
  }

  forgive() {
    this.marks.forEach((mark) => mark.clear());
    this.marks = [];
    this.mirror.clearGutter("faults");
  }

  /** Puts the cursor at a line and column from 1. */
  go(line, column) {
    this.mirror.setCursor({ line: line - 1, ch: column - 1 });
    this.mirror.focus();
  }

  /** Declares a prefix at the beginning, unless that is done. */
  declare(prefix, namespace) {
    if (declared(this.text).has(prefix)) {
      return;
    }
    let line = 0;
    for (let at = 0; at < this.mirror.lineCount(); at++) {
      if (/^\s*(prefix|base)\b/i.test(this.mirror.getLine(at))) {
        line = at + 1;
      }
    }
    if (line === 0) {
      while (line < this.mirror.lineCount() && /^\s*#/.test(this.mirror.getLine(line))) {
        line += 1;
      }
    }
    this.mirror.replaceRange(`PREFIX ${prefix}: <${namespace}>\n`, { line, ch: 0 }, undefined, "+declare");
  }
}
