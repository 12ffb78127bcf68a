// Suggests names of known things while they are typed. Without it their addresses are typed in full.
"use strict";
(() => {
  const PAUSE = 250;
  const BASE = "https://w3id.org/urbis/id/";
  let waiting = 0;

  async function suggest(input) {
    const text = input.value.trim();
    if (text.length < 2 || text.includes("/")) {
      return;
    }
    try {
      const answer = await fetch("/reconcile/suggest/entity?limit=12&prefix=" + encodeURIComponent(text));
      const found = (await answer.json()).result ?? [];
      input.list.replaceChildren(...found.map((thing) => {
        const option = document.createElement("option");
        option.value = thing.id.startsWith(BASE) ? thing.id.slice(BASE.length) : thing.id;
        option.label = thing.name;
        option.textContent = thing.name;
        return option;
      }));
    } catch (failed) {
      input.list.replaceChildren();
    }
  }

  document.getElementById("entry").addEventListener("input", (event) => {
    if (event.target.dataset.suggest) {
      clearTimeout(waiting);
      waiting = setTimeout(() => suggest(event.target), PAUSE);
    }
  });
})();
