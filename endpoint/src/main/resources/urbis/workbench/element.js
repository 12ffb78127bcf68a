// Makes elements. Text is always text, never markup.
const SVG = "http://www.w3.org/2000/svg";

function fill(made, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) {
        made.addEventListener(event, listener);
      }
    } else if (name === "data") {
      Object.assign(made.dataset, value);
    } else if (name in made && !(made instanceof SVGElement) && name !== "list") {
      made[name] = value;
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** An element with properties, listeners under `on`, data under `data`, and children; what is null is left out. */
export function element(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children);
}

/** An element of a drawing. */
export function drawn(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A button that does something. */
export function button(text, act, properties = {}) {
  return element("button", { type: "button", className: "quiet small", on: { click: act }, ...properties }, text);
}

let numbers = 0;

/** A name for an element that nothing else on the page has. */
export function unique(beginning) {
  numbers += 1;
  return `${beginning}-${numbers}`;
}

/** Saves bytes or text as a file of the reader's. */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
