// What makes the page of a check quicker to use. Without it the page works by its buttons alone.
"use strict";
(() => {
  const form = document.getElementById("check");
  const text = document.getElementById("text");
  const file = document.getElementById("file");
  const name = document.getElementById("name");
  const type = document.getElementById("type");
  const gutter = form.querySelector(".gutter");
  const behind = form.querySelector(".behind");
  const drop = form.querySelector(".drop");
  const DRAFT = "urbis-check";
  const PAUSE = 500;
  // A longer file is not shown for editing; the server shows what stands around its faults.
  const EDITABLE = 1000000;
  const MARKABLE = 300000;
  let waiting = 0;
  let asking = null;

  document.documentElement.classList.add("with-script");

  // Findings as the page tells them: a severity, a range of the text, and the entry in the list.
  function findings() {
    return [...document.querySelectorAll(".found > li")]
      .map((item) => ({ item, kind: item.className.split(" ")[0], range: item.dataset.range.split(":").map(Number) }))
      .filter((finding) => finding.range[0] > 0);
  }

  function starts(content) {
    const all = [0];
    for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) {
      all.push(at + 1);
    }
    return all;
  }

  // Where the end is not known, the word that begins there is meant.
  function offsets(content, lines, [line, column, endLine, endColumn]) {
    const offset = (row, place) => row > lines.length ? content.length
      : Math.min(lines[row - 1] + Math.max(0, place - 1), row < lines.length ? lines[row] - 1 : content.length);
    const start = offset(line, column);
    if (endLine > 0) {
      return [start, offset(endLine, endColumn)];
    }
    const word = /^\S*/.exec(content.slice(start, start + 200))[0];
    return [start, start + word.length];
  }

  function draw() {
    const content = text.value;
    const lines = starts(content);
    const found = findings();
    const kinds = new Map();
    for (const { kind, range } of [...found].reverse()) {
      kinds.set(range[0], kind);
    }
    gutter.replaceChildren();
    let run = "";
    for (let line = 1; line <= lines.length; line++) {
      if (kinds.has(line)) {
        const mark = document.createElement("b");
        mark.className = kinds.get(line);
        mark.textContent = line;
        gutter.append(run, mark, "\n");
        run = "";
      } else {
        run += line + "\n";
      }
    }
    gutter.append(run);
    behind.replaceChildren();
    let at = 0;
    if (content.length <= MARKABLE) {
      const ranges = found.map(({ kind, range }) => [...offsets(content, lines, range), kind]).sort((a, b) => a[0] - b[0]);
      for (const [start, end, kind] of ranges) {
        if (start >= at && end > start) {
          const mark = document.createElement("mark");
          mark.className = kind;
          mark.textContent = content.slice(start, end);
          behind.append(content.slice(at, start), mark);
          at = end;
        }
      }
      behind.append(content.slice(at) + "\n");
    }
    follow();
  }

  function follow() {
    gutter.scrollTop = text.scrollTop;
    behind.scrollTop = text.scrollTop;
    behind.scrollLeft = text.scrollLeft;
  }

  // Replaces all of the text in such a way that the browser can undo it.
  function write(content) {
    if (content !== text.value) {
      text.focus();
      text.select();
      if (!document.execCommand("insertText", false, content) || text.value !== content) {
        text.value = content;
      }
      text.setSelectionRange(0, 0);
      text.scrollTop = 0;
    }
  }

  async function check(fix) {
    clearTimeout(waiting);
    if (asking) {
      asking.abort();
    }
    if (!text.value.trim() && !workbook()) {
      return;
    }
    const mine = new AbortController();
    asking = mine;
    const sent = text.value;
    const data = new FormData(form);
    data.delete(workbook() ? "data" : "file");
    ["format", "token"].forEach((field) => data.delete(field));
    if (fix) {
      data.set("apply", fix);
    }
    form.classList.add("busy");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "text/html" }, signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("findings");
      if (found) {
        show(found);
        // What was written meanwhile is kept, and checked in its turn.
        if (fix && text.value === sent) {
          write(page.getElementById("text").value);
        }
      } else {
        say(page.querySelector(".detail")?.textContent ?? form.dataset.fault);
      }
      draw();
    } catch (failed) {
      if (failed.name !== "AbortError") {
        say(form.dataset.fault);
      }
    } finally {
      if (asking === mine) {
        form.classList.remove("busy");
      }
    }
  }

  // The part that is read aloud stays, so that a change of it is noticed.
  function show(found) {
    const shown = document.getElementById("findings");
    const spoken = document.getElementById("verdict");
    spoken.replaceChildren(...found.querySelector("#verdict").childNodes);
    for (const child of [...shown.children].slice(2)) {
      child.remove();
    }
    shown.append(...[...found.children].slice(2));
  }

  function say(words) {
    const told = document.createElement("p");
    told.textContent = words;
    document.getElementById("verdict").replaceChildren(told);
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => check(), PAUSE);
  }

  // A workbook is no text: it stays the chosen file, and is sent as it is.
  function workbook() {
    return file.files.length > 0 && /\.xlsx$/i.test(file.files[0].name) ? file.files[0] : null;
  }

  async function take(chosen) {
    if (!chosen) {
      return;
    }
    if (/\.xlsx$/i.test(chosen.name)) {
      const held = new DataTransfer();
      held.items.add(chosen);
      file.files = held.files;
      name.value = chosen.name;
      type.value = "auto";
      text.value = "";
      draw();
      check();
      return;
    }
    if (chosen.size > EDITABLE) {
      const held = new DataTransfer();
      held.items.add(chosen);
      file.files = held.files;
      form.submit();
      return;
    }
    file.value = "";
    name.value = chosen.name;
    type.value = "auto";
    write(await chosen.text());
    draw();
    check();
  }

  function jump(item) {
    const content = text.value;
    const [start, end] = offsets(content, starts(content), item.dataset.range.split(":").map(Number));
    document.querySelectorAll(".found > .current").forEach((other) => other.classList.remove("current"));
    item.classList.add("current");
    text.focus();
    text.setSelectionRange(start, end);
    const height = parseFloat(getComputedStyle(text).lineHeight);
    const line = Number(item.dataset.range.split(":")[0]);
    text.scrollTop = Math.max(0, (line - 4) * height);
    follow();
  }

  // The page comes back with what was found and what became of the text; here as on a page without a script.
  async function submit(address) {
    const told = document.getElementById("handed-in");
    told.replaceChildren();
    const data = new FormData(form);
    data.delete(workbook() ? "data" : "file");
    form.classList.add("busy");
    try {
      const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("findings");
      if (found) {
        show(found);
        draw();
      }
      told.replaceChildren(...(page.getElementById("handed-in")?.childNodes
        ?? [form.dataset.refused + " " + (page.querySelector(".detail")?.textContent ?? "")]));
    } catch (failed) {
      told.textContent = form.dataset.fault;
    } finally {
      form.classList.remove("busy");
    }
  }

  text.addEventListener("input", () => {
    file.value = "";
    draw();
    later();
  });
  text.addEventListener("scroll", follow);
  type.addEventListener("change", () => check());
  file.addEventListener("change", () => take(file.files[0]));
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.id === "submit") {
      event.preventDefault();
      submit(button.formAction);
      return;
    }
    if (button?.hasAttribute("formaction") || button?.name === "download" || file.files.length > 0) {
      return;
    }
    event.preventDefault();
    check(button?.name === "apply" ? button.value : null);
  });
  form.addEventListener("click", (event) => {
    const place = event.target.closest("a.place");
    if (place) {
      event.preventDefault();
      jump(place.closest("li"));
    }
  });
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => drop.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const [dropped] = event.dataTransfer.files;
    if (dropped) {
      take(dropped);
    }
  });

  // The text goes along when the language of the page is changed, and is forgotten with the tab.
  document.querySelectorAll("nav.languages a").forEach((link) => link.addEventListener("click", () => {
    sessionStorage.setItem(DRAFT, JSON.stringify([text.value, name.value, type.value]));
  }));
  const draft = sessionStorage.getItem(DRAFT);
  sessionStorage.removeItem(DRAFT);
  if (draft && !text.value) {
    [text.value, name.value, type.value] = JSON.parse(draft);
    check();
  }
  draw();
})();
