// A drawing that can be moved and enlarged: by wheel, by dragging, by buttons and by keys; and taken away as a picture.
import { button, drawn, element, save } from "./element.js";
import { word } from "./words.js";

const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "font-family", "font-size", "font-weight",
  "text-anchor", "opacity", "vector-effect", "stroke-linejoin"];

/** The drawing by itself, with the colours that it has on the page. */
function standalone(svg) {
  const copy = svg.cloneNode(true);
  const [all, copies] = [svg.querySelectorAll("*"), copy.querySelectorAll("*")];
  all.forEach((one, at) => {
    const style = getComputedStyle(one);
    KEPT.forEach((name) => copies[at].setAttribute(name, style.getPropertyValue(name)));
    copies[at].removeAttribute("class");
  });
  // A picture for itself cannot fetch pictures of others, nor are they ours to give away.
  copy.querySelectorAll("image").forEach((one) => one.remove());
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const size = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", Math.round(size.width));
  copy.setAttribute("height", Math.round((size.width * height) / width));
  const paper = drawn("rect", { x: -1e6, y: -1e6, width: 2e6, height: 2e6, fill: getComputedStyle(document.body).backgroundColor });
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

async function png(svg, name) {
  const text = standalone(svg);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = element("canvas", { width: picture.width * 2, height: picture.height * 2 });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  canvas.toBlob(async (blob) => save(`${name}.png`, await blob.arrayBuffer(), "image/png"));
}

/** Buttons that take a drawing away. */
export function pictures(svg, name) {
  return [button("SVG", () => save(`${name}.svg`, standalone(svg()), "image/svg+xml")), button("PNG", () => png(svg(), name))];
}

/**
 * Makes a drawing movable.
 *
 * @param size  width and height of the whole, and how many times that can be enlarged
 * @param moved is told how many units of the drawing a pixel is
 */
export function movable(svg, size, moved) {
  let view = { x: 0, y: 0, width: size.width, height: size.height };
  const apply = () => {
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    moved(view.width / (svg.getBoundingClientRect().width || 800), view);
  };
  const zoom = (factor, at = { x: 0.5, y: 0.5 }) => {
    const width = Math.min(size.width, Math.max(size.width / (size.nearest || 200), view.width * factor));
    const height = (width * size.height) / size.width;
    view = { x: view.x + (view.width - width) * at.x, y: view.y + (view.height - height) * at.y, width, height };
    limit();
    apply();
  };
  const limit = () => {
    view.x = Math.max(0, Math.min(size.width - view.width, view.x));
    view.y = Math.max(0, Math.min(size.height - view.height, view.y));
  };
  const move = (x, y) => {
    view.x += x;
    view.y += y;
    limit();
    apply();
  };
  svg.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey || document.activeElement === svg) {
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
    }
  }, { passive: false });
  let drag = null;
  svg.addEventListener("pointerdown", (event) => {
    drag = { x: event.clientX, y: event.clientY, far: false };
  });
  svg.addEventListener("pointermove", (event) => {
    if (drag && event.buttons) {
      const scale = view.width / svg.getBoundingClientRect().width;
      drag.far ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 4;
      if (drag.far) {
        move((drag.x - event.clientX) * scale, (drag.y - event.clientY) * scale);
        Object.assign(drag, { x: event.clientX, y: event.clientY });
      }
    }
  });
  svg.addEventListener("click", (event) => {
    if (drag?.far) {
      event.preventDefault();
    }
    drag = null;
  }, true);
  svg.addEventListener("keydown", (event) => {
    const step = view.width / 10;
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (way) {
      event.preventDefault();
      move(...way);
    } else if (event.key === "+" || event.key === "-") {
      zoom(event.key === "+" ? 0.6 : 1.6);
    }
  });
  apply();
  const control = (sign, name, act) => button(sign, act, { "aria-label": word(name), title: word(name) });
  return {
    controls: [control("+", "pane.in", () => zoom(0.6)), control("−", "pane.out", () => zoom(1.6)),
      control("⤢", "pane.all", () => zoom(1e6))],
    show(box) {
      const width = Math.max(box.width, (box.height * size.width) / size.height, size.width / 60);
      const height = (width * size.height) / size.width;
      view = { x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2,
        width: Math.min(width, size.width), height: Math.min(height, size.height) };
      limit();
      apply();
    },
  };
}
