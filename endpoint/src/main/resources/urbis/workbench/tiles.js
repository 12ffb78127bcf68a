// Raster tiles under the map, from where the operator says; without that, nothing is asked of anybody.
import { drawn, element } from "./element.js";

const TILE = 256;
const MOST_ZOOM = 19;
const REST = 150;
const said = (name) => document.querySelector(`meta[name=${name}]`)?.content;

/** Whether tiles are to lie under the map. */
export const isTiled = () => Boolean(said("map-tiles"));

/** Who made the tiles; addresses in it lead there. */
export function attribution() {
  return element("span", { className: "attribution", dir: "auto" },
    said("map-attribution").split(/(https?:\/\/[^\s<>"]*[^\s<>".,;)])/).map((part, at) =>
      (at % 2 === 1 ? element("a", { href: part, rel: "noopener" }, part) : part)));
}

/** The tiles that are seen, once the map rests; what cannot be had leaves the outlines below it to be seen. */
export function tileLayer({ width, top }) {
  const group = drawn("g", { class: "tiles", "aria-hidden": "true" });
  let shown = new Map();
  let waiting = 0;

  function tile(zoom, x, y, size, scale) {
    const href = said("map-tiles").replaceAll("{z}", zoom).replaceAll("{x}", x).replaceAll("{y}", y);
    // A little larger than it is, as else the paper would shine through between two of them.
    const image = drawn("image", { href, x: x * size, y: y * size - top, width: size + scale / 2, height: size + scale / 2,
      preserveAspectRatio: "none" });
    image.addEventListener("error", () => image.setAttribute("visibility", "hidden"));
    return image;
  }

  function draw(svg, view) {
    const box = svg.getBoundingClientRect();
    if (!svg.isConnected || box.width === 0) {
      return;
    }
    const scale = Math.max(view.width / box.width, view.height / box.height);
    const zoom = Math.max(0, Math.min(MOST_ZOOM, Math.round(Math.log2(width / (TILE * scale)))));
    const size = width / 2 ** zoom;
    const [middleX, middleY] = [view.x + view.width / 2, view.y + view.height / 2 + top];
    const index = (value) => Math.max(0, Math.min(2 ** zoom - 1, Math.floor(value / size)));
    const [left, right] = [-1, 1].map((side) => index(middleX + (side * box.width * scale) / 2));
    const [upper, lower] = [-1, 1].map((side) => index(middleY + (side * box.height * scale) / 2));
    const wanted = new Map();
    for (let y = upper; y <= lower; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const key = `${zoom}/${x}/${y}`;
        wanted.set(key, shown.get(key) || tile(zoom, x, y, size, scale));
      }
    }
    shown = wanted;
    group.replaceChildren(...wanted.values());
  }

  return {
    group,
    moved(svg, view) {
      clearTimeout(waiting);
      waiting = setTimeout(() => draw(svg, view), REST);
    },
  };
}
