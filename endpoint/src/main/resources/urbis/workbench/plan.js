// Explains how a query would be answered.
import { fetched, isShort } from "./ask.js";
import { button, element } from "./element.js";
import { number, word } from "./words.js";

/** Asks how a query would be answered; refused as the query itself would be. */
export function planOf(query, signal) {
  const read = (response) => response.json();
  return isShort({ query }) ? fetched(`/sparql/plan?${new URLSearchParams({ query })}`, { signal }, read)
    : fetched("/sparql/plan", { signal, method: "POST", body: new URLSearchParams({ query }) }, read);
}

/** Shows a plan. */
export function explain(place, plan) {
  const most = Math.max(1, ...plan.patterns.map(({ matches }) => Math.log10(matches + 1)));
  place.replaceChildren(element("section", { className: "plan", "aria-labelledby": "plan-title" },
    element("div", { className: "over-top" }, element("h2", { id: "plan-title" }, word("plan.title")),
      button(word("share.close"), () => place.replaceChildren())),
    element("p", { className: "summary" }, word("plan.about")),
    element("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": word("plan.patterns") },
      element("table", {}, element("thead", {}, element("tr", {}, element("th", { scope: "col" }, word("plan.pattern")),
        element("th", { scope: "col", className: "number" }, word("plan.matches")))),
      element("tbody", {}, plan.patterns.map(({ pattern, matches, more }) => element("tr", {},
        element("td", { dir: "ltr" }, element("code", {}, pattern)),
        element("td", { className: "number" }, element("meter", { min: 0, max: most, value: Math.log10(matches + 1), "aria-hidden": "true" }),
          ` ${more ? "≥ " : ""}${number(matches)}`)))))),
    element("details", {}, element("summary", {}, word("plan.algebra")),
      element("pre", { className: "scroll", dir: "ltr", tabIndex: 0 }, element("code", {}, plan.algebra)))));
}
