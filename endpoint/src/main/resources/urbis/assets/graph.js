// Lets the drawing of what is around a thing grow: a thing that is chosen shows its own neighbours. Without it, the drawing
// leads from page to page, and a list says the same.
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const MOST = 260;
  const ROUNDS = 150;
  const first = document.getElementById("drawing");
  const words = first.dataset;
  const [, , WIDTH, HEIGHT] = first.getAttribute("viewBox").split(" ").map(Number);
  const told = document.getElementById("chosen");
  const toPage = document.getElementById("to-page");
  const nodes = new Map();
  const edges = new Map();
  let svg = null;

  function drawn(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  function filled(text, ...values) {
    return values.reduce((done, value, at) => done.replace(`{${at}}`, value), text);
  }

  function add(thing, near, at, of) {
    if (nodes.has(thing.iri) || nodes.size >= MOST) {
      return nodes.get(thing.iri);
    }
    const angle = (2 * Math.PI * at) / Math.max(1, of);
    const node = { ...thing, grown: false, x: near ? near.x + 70 * Math.cos(angle) : WIDTH / 2, y: near ? near.y + 70 * Math.sin(angle) : HEIGHT / 2 };
    nodes.set(thing.iri, node);
    return node;
  }

  function tie(one, other, way) {
    const key = one.iri < other.iri ? `${one.iri} ${other.iri}` : `${other.iri} ${one.iri}`;
    if (one !== other && !edges.has(key)) {
      edges.set(key, { one, other, way });
    }
  }

  // Fruchterman and Reingold (1991), "Graph drawing by force-directed placement".
  function settle() {
    const all = [...nodes.values()];
    const ideal = 0.7 * Math.sqrt((WIDTH * HEIGHT) / Math.max(1, all.length));
    for (let round = 0; round < ROUNDS; round++) {
      const heat = 60 * (1 - round / ROUNDS) + 0.5;
      all.forEach((node) => Object.assign(node, { dx: (WIDTH / 2 - node.x) * 0.02, dy: (HEIGHT / 2 - node.y) * 0.05 }));
      for (let i = 0; i < all.length; i++) {
        for (let j = i + 1; j < all.length; j++) {
          const [x, y] = [all[i].x - all[j].x || 0.1, all[i].y - all[j].y || 0.1];
          const force = (ideal * ideal) / (x * x + y * y);
          all[i].dx += x * force;
          all[i].dy += y * force;
          all[j].dx -= x * force;
          all[j].dy -= y * force;
        }
      }
      edges.forEach(({ one, other }) => {
        const [x, y] = [other.x - one.x, other.y - one.y];
        const pull = Math.hypot(x, y) / ideal;
        one.dx += x * pull;
        one.dy += y * pull;
        other.dx -= x * pull;
        other.dy -= y * pull;
      });
      all.forEach((node) => {
        const far = Math.hypot(node.dx, node.dy) || 1;
        const step = Math.min(far, heat) / far;
        node.x = Math.max(90, Math.min(WIDTH - 90, node.x + node.dx * step));
        node.y = Math.max(26, Math.min(HEIGHT - 34, node.y + node.dy * step));
      });
    }
  }

  /** As wide and as high as there is room, so that names hide each other less. */
  function spread() {
    const all = [...nodes.values()];
    const span = (name, least, most) => {
      const places = all.map((node) => node[name]);
      const [from, to] = [Math.min(...places), Math.max(...places)];
      all.forEach((node) => Object.assign(node, { [name]: least + ((node[name] - from) / (to - from || 1)) * (most - least) }));
    };
    if (all.length > 6) {
      span("x", 100, WIDTH - 100);
      span("y", 26, HEIGHT - 44);
    }
  }

  function draw() {
    settle();
    spread();
    const crowded = nodes.size > 45;
    const lines = [...edges.values()].map(({ one, other, way }) =>
      drawn("line", { class: "edge", x1: one.x, y1: one.y, x2: other.x, y2: other.y }, drawn("title", {}, way)));
    const dots = [...nodes.values()].map((node) => {
      const radius = node.grown ? 14 : 9;
      const short = node.name.length > 28 ? `${node.name.slice(0, 27)}…` : node.name;
      const label = drawn("text", { x: node.x, y: node.y + radius + 14 }, crowded && !node.grown && short.length > 16 ? `${short.slice(0, 15)}…` : short);
      const made = drawn("g", { class: node.grown ? "spot grown" : "spot", role: "button", tabindex: "0", "aria-label": node.way ? `${node.name} (${node.way})` : node.name,
        "data-iri": node.iri }, drawn("circle", { class: `k-${node.kind}`, cx: node.x, cy: node.y, r: radius }), label, drawn("title", {}, node.name));
      made.addEventListener("click", () => grow(node));
      made.addEventListener("keydown", (event) => key(event, node));
      return made;
    });
    svg.replaceChildren(...lines, ...dots);
  }

  function key(event, node) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      grow(node);
    } else if (way) {
      event.preventDefault();
      focus(nearest(node, way) ?? node);
    }
  }

  /** The nearest thing in a direction, those straight ahead before those aside. */
  function nearest(from, [right, down]) {
    let best = null;
    let least = Infinity;
    nodes.forEach((node) => {
      const ahead = (node.x - from.x) * right + (node.y - from.y) * down;
      const aside = Math.abs((node.x - from.x) * down) + Math.abs((node.y - from.y) * right);
      if (node !== from && ahead > 0 && ahead + 2 * aside < least) {
        least = ahead + 2 * aside;
        best = node;
      }
    });
    return best;
  }

  function focus(node) {
    svg.querySelector(`[data-iri="${CSS.escape(node.iri)}"]`)?.focus();
  }

  async function grow(node) {
    const address = `/graph-view?format=json&lang=${document.documentElement.lang}&thing=${encodeURIComponent(node.iri)}`;
    const found = await fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    if (!found) {
      told.textContent = words.lost;
      return;
    }
    const before = nodes.size;
    found.neighbours.forEach((one, at) => {
      const other = add({ iri: one.id, name: one.name, kind: one.kind, way: one.way }, node, at, found.neighbours.length);
      if (other) {
        tie(node, other, one.way);
      }
    });
    node.grown = true;
    draw();
    focus(node);
    toPage.href = found.href;
    toPage.textContent = filled(words.page, node.name);
    const full = nodes.size >= MOST ? ` ${filled(words.full, MOST)}` : "";
    told.textContent = `${filled(words.grown, node.name, nodes.size - before)} ${found.cut}${full}`;
  }

  const middle = add({ iri: words.iri, name: words.name, kind: words.kind });
  middle.grown = true;
  const spots = [...first.querySelectorAll(".spot")];
  spots.forEach((spot, at) => {
    const { iri, name, kind, way } = spot.dataset;
    tie(middle, add({ iri, name, kind, way }, middle, at, spots.length), way);
  });
  svg = drawn("svg", { class: "around grows", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": `${words.label}. ${words.keys}` });
  draw();
  first.replaceWith(svg);
  told.textContent += ` ${words.keys}`;
})();
