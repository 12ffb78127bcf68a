// An answer as a network of things; a thing that is chosen shows what else it leads to.
import { rows } from "./ask.js";
import { columnsOf } from "./columns.js";
import { drawn, element } from "./element.js";
import { fetchNames, nameOf, pageOf, short } from "./names.js";
import { movable, pictures } from "./pane.js";
import { fileName } from "./results.js";
import { word } from "./words.js";

const MOST = 250;
const LARGEST = 1.7;
const SIZE = { width: 1600, height: 1000 };
const ROUNDS = 220;
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

class Network {
  constructor(host, answer, revision, asked) {
    Object.assign(this, { host, answer, revision, asked });
    this.nodes = new Map();
    this.edges = new Map();
    this.cut = false;
    this.read();
  }

  node(term, from) {
    const known = this.nodes.get(term.value);
    if (known || this.nodes.size >= MOST) {
      this.cut ||= !known;
      return known;
    }
    const angle = this.nodes.size * 2.4;
    const radius = 20 + 14 * Math.sqrt(this.nodes.size);
    const node = { iri: term.value, degree: 0, x: (from?.x ?? SIZE.width / 2) + radius * Math.cos(angle),
      y: (from?.y ?? SIZE.height / 2) + radius * Math.sin(angle) };
    this.nodes.set(term.value, node);
    return node;
  }

  edge(one, other, label) {
    const key = `${one.iri} ${other.iri}`;
    if (one !== other && !this.edges.has(key) && !this.edges.has(`${other.iri} ${one.iri}`)) {
      this.edges.set(key, { one, other, label });
      one.degree += 1;
      other.degree += 1;
    }
  }

  // In rows, the first thing leads to the others; in a graph, each statement is a line.
  read() {
    const things = columnsOf(this.answer).filter((column) => column.sort === "iri").map((column) => column.index);
    this.answer.rows.forEach((row) => {
      const [first, ...others] = this.answer.graph ? [row[0], row[2]] : things.map((index) => row[index]).filter(Boolean);
      const ofType = this.answer.graph && row[1].value === TYPE;
      if (first?.type === "uri" && !ofType) {
        others.filter((term) => term?.type === "uri").forEach((term) => this.join(first, term, this.answer.graph ? row[1].value : null));
      }
    });
  }

  join(first, second, label) {
    const one = this.node(first);
    const other = one && this.node(second, one);
    if (other) {
      this.edge(one, other, label);
    }
  }

  // Fruchterman and Reingold (1991), "Graph drawing by force-directed placement".
  settle() {
    const nodes = [...this.nodes.values()];
    const ideal = 0.75 * Math.sqrt((SIZE.width * SIZE.height) / Math.max(1, nodes.length));
    // Drawn to the middle just so much that all of them together fill the drawing.
    const filling = nodes.length * ideal * ideal;
    const inward = { x: filling / 650 ** 2, y: filling / 400 ** 2 };
    for (let round = 0; round < ROUNDS; round++) {
      const heat = (SIZE.width / 12) * (1 - round / ROUNDS) + 0.5;
      nodes.forEach((node) => Object.assign(node, { dx: (SIZE.width / 2 - node.x) * inward.x, dy: (SIZE.height / 2 - node.y) * inward.y }));
      for (let i = 0; i < nodes.length; i++) {
        for (let j = i + 1; j < nodes.length; j++) {
          this.push(nodes[i], nodes[j], ideal);
        }
      }
      this.edges.forEach(({ one, other }) => {
        const [x, y] = [other.x - one.x, other.y - one.y];
        const pull = Math.hypot(x, y) / ideal;
        Object.assign(one, { dx: one.dx + x * pull, dy: one.dy + y * pull });
        Object.assign(other, { dx: other.dx - x * pull, dy: other.dy - y * pull });
      });
      nodes.forEach((node) => {
        const far = Math.hypot(node.dx, node.dy) || 1;
        const step = Math.min(far, heat) / far;
        node.x = Math.max(60, Math.min(SIZE.width - 60, node.x + node.dx * step));
        node.y = Math.max(30, Math.min(SIZE.height - 40, node.y + node.dy * step));
      });
    }
  }

  /** Spreads the things over all the room there is; names take room at the sides and below. */
  spread() {
    const nodes = [...this.nodes.values()];
    [["x", 170, SIZE.width - 170], ["y", 40, SIZE.height - 70]].forEach(([axis, least, most]) => {
      const places = nodes.map((node) => node[axis]);
      const [from, to] = [Math.min(...places), Math.max(...places)];
      nodes.filter(() => to > from).forEach((node) => {
        node[axis] = least + ((node[axis] - from) / (to - from)) * (most - least);
      });
    });
  }

  push(one, other, ideal) {
    const [x, y] = [one.x - other.x || 0.1, one.y - other.y || 0.1];
    const force = (ideal * ideal) / (x * x + y * y);
    one.dx += x * force;
    one.dy += y * force;
    other.dx -= x * force;
    other.dy -= y * force;
  }

  draw() {
    this.settle();
    this.spread();
    const name = (iri) => nameOf(iri) || short(iri).replace(/^.*[/#]/, "");
    const crowded = this.nodes.size > 60;
    const lines = [...this.edges.values()].map(({ one, other, label }) => drawn("line", { class: "edge", x1: one.x, y1: one.y, x2: other.x, y2: other.y },
      drawn("title", {}, `${name(one.iri)} — ${label ? `${name(label)} — ` : ""}${name(other.iri)}`)));
    const dots = [...this.nodes.values()].map((node) => {
      const radius = 7 + Math.min(14, Math.sqrt(node.degree) * 2.5);
      const text = name(node.iri);
      const shown = drawn("g", { class: "node", role: "button", tabindex: 0, "aria-label": text },
        drawn("circle", { cx: node.x, cy: node.y, r: radius }, drawn("title", {}, text)),
        (!crowded || node.degree > 2) && drawn("text", { x: node.x, y: node.y + radius, dy: "1.05em", "text-anchor": "middle", class: "label" },
          text.length > 34 ? `${text.slice(0, 33)}…` : text));
      shown.addEventListener("click", () => this.choose(node));
      shown.addEventListener("keydown", (event) => event.key === "Enter" && this.choose(node));
      return shown;
    });
    const svg = drawn("svg", { class: "graph", tabindex: 0, role: "group", "aria-label": word("network.label", this.nodes.size, this.edges.size) },
      lines, dots);
    this.told = element("p", { className: "chosen", role: "status" }, word("network.choose"));
    const shown = element("figure", { className: "drawing" }, svg);
    this.host.replaceChildren(this.told, shown);
    // Names stay as large as text elsewhere, unless the screen is so small that they would hide each other.
    const pane = movable(svg, SIZE, (unit) => svg.style.setProperty("--unit", Math.min(unit, LARGEST)));
    shown.append(element("figcaption", {}, element("span", { className: "controls" }, pane.controls, pictures(() => svg, fileName(this.asked))),
      this.cut && element("span", {}, word("network.cut", MOST))));
  }

  /** Shows where a thing leads, and adds what it is connected with to the drawing. */
  async choose(node) {
    const text = nameOf(node.iri) || short(node.iri);
    const more = element("button", { type: "button", className: "quiet small", on: { click: () => this.grow(node) } }, word("network.grow"));
    this.told.replaceChildren(element("a", { href: pageOf(node.iri), dir: "auto" }, text), " ", more);
    more.focus();
  }

  async grow(node) {
    const found = await rows(`SELECT ?p ?o ?back {
  { <${node.iri}> ?p ?o . FILTER (isIRI(?o)) BIND (false AS ?back) } UNION { ?o ?p <${node.iri}> . FILTER (isIRI(?o)) BIND (true AS ?back) }
  FILTER (?p != <${TYPE}> && STRSTARTS(STR(?p), "https://w3id.org/urbis/ontology#"))
} LIMIT 40`, this.revision).catch(() => []);
    found.forEach(({ p, o }) => this.join({ value: node.iri }, o, p.value));
    await this.name();
    this.draw();
    this.choose(node);
  }

  name() {
    const labels = [...this.edges.values()].map((edge) => edge.label).filter(Boolean);
    return fetchNames([...this.nodes.keys(), ...labels], this.revision).catch(() => {});
  }
}

/** Draws a network into a place. */
export async function draw(host, answer, revision, asked) {
  const network = new Network(host, answer, revision, asked);
  await network.name();
  network.draw();
}
