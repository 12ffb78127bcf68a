// Offers things by name while somebody types. Without it the form leads to the page of results.
"use strict";
(() => {
  const PAUSE = 120;
  const MOST = 8;

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  class Offers {
    constructor(input) {
      this.input = input;
      this.items = [];
      this.chosen = -1;
      this.asked = 0;
      this.list = element("ul", { className: "offers", id: `${input.id}-offers`, hidden: true });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", input.labels[0]?.textContent ?? input.getAttribute("aria-label"));
      this.said = element("p", { className: "quietly" });
      this.said.setAttribute("role", "status");
      input.after(this.list, this.said);
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", this.list.id);
      input.setAttribute("aria-expanded", "false");
      input.addEventListener("input", () => this.later());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      // The list would be gone before the click on it came.
      this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    }

    later() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      const text = this.input.value.trim();
      this.asked += 1;
      const mine = this.asked;
      if (text.length < 2) {
        this.show([]);
        return;
      }
      const lang = document.documentElement.lang;
      const found = await fetch(`/search?format=json&limit=${MOST}&lang=${lang}&q=${encodeURIComponent(text)}`)
        .then((answer) => (answer.ok ? answer.json() : { items: [] }))
        .catch(() => ({ items: [] }));
      // What was asked for earlier may come later; what was left is not opened again.
      if (mine === this.asked && document.activeElement === this.input) {
        this.show(found.items);
      }
    }

    show(items) {
      this.items = items;
      this.chosen = -1;
      this.list.replaceChildren(...items.map((item, at) => this.option(item, at)));
      this.list.hidden = items.length === 0;
      this.input.setAttribute("aria-expanded", String(items.length > 0));
      this.input.removeAttribute("aria-activedescendant");
      this.said.textContent = items.length ? this.input.dataset.found.replace("{0}", items.length) : "";
    }

    option(item, at) {
      const name = element("span", { className: "offer-name", lang: item.lang, dir: "auto", textContent: item.name });
      const more = [item.kind, ...(item.matched ? [item.matched] : []), ...item.details].join(" · ");
      const made = element("li", { id: `${this.list.id}-${at}` }, name, " ", element("span", { className: "summary", textContent: more }));
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      made.addEventListener("click", () => location.assign(item.href));
      return made;
    }

    choose(at) {
      const options = [...this.list.children];
      this.chosen = (at + options.length + 1) % (options.length + 1);
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.chosen)));
      if (this.chosen < options.length) {
        this.input.setAttribute("aria-activedescendant", options[this.chosen].id);
        options[this.chosen].scrollIntoView({ block: "nearest" });
      } else {
        this.chosen = -1;
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    key(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !this.list.hidden) {
        event.preventDefault();
        this.choose(this.chosen < 0 && step < 0 ? this.items.length - 1 : this.chosen + step);
      } else if (event.key === "Enter" && this.chosen >= 0) {
        event.preventDefault();
        location.assign(this.items[this.chosen].href);
      } else if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.close();
      }
    }

    close() {
      clearTimeout(this.waiting);
      this.asked += 1;
      this.show([]);
    }
  }

  document.querySelectorAll("input[data-suggest]").forEach((input) => new Offers(input));
})();
