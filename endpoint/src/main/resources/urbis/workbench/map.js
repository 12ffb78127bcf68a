// An answer on the map: places as points, gathered where they are too close, and countries in colour.
import { rows } from "./ask.js";
import { columnsOf, countryOf, numberOf, pointOf, positionColumns } from "./columns.js";
import { drawn, element } from "./element.js";
import { fetchNames, listed, nameOf, pageOf, short } from "./names.js";
import { movable, pictures } from "./pane.js";
import { equalEarth, webMercator } from "./projection.js";
import { fileName } from "./results.js";
import { textOf } from "./table.js";
import { attribution, isTiled, tileLayer } from "./tiles.js";
import { number, word } from "./words.js";

const MOST_PLACES = 3000;
const GATHERED = 26;

/** Where things are that have no position in the answer itself: their own, or that of their seat or place. */
async function positions(iris, revision) {
  const found = new Map();
  for (let from = 0; from < Math.min(iris.length, MOST_PLACES); from += 200) {
    const some = await rows(`PREFIX urbis: <https://w3id.org/urbis/ontology#>
SELECT ?thing (SAMPLE(?y) AS ?latitude) (SAMPLE(?x) AS ?longitude) {
  VALUES ?thing { ${listed(iris.slice(from, from + 200))} }
  ?thing (urbis:seat|urbis:governs|urbis:location)? ?place .
  ?place urbis:latitude ?y ; urbis:longitude ?x
} GROUP BY ?thing`, revision);
    some.forEach(({ thing, latitude, longitude }) =>
      found.set(thing.value, { latitude: Number(latitude.value), longitude: Number(longitude.value) }));
  }
  return found;
}

function labelOf(row, columns) {
  const text = columns.find((column) => column.sort === "text" && row[column.index]);
  const thing = row.find((term) => term?.type === "uri");
  return text ? row[text.index].value : thing ? textOf(thing, true) : "";
}

/** The places of an answer: a point, what it is called, and where it leads; and rows by country. */
async function placed(answer, columns, revision, plane) {
  const named = positionColumns(columns);
  const iris = new Set();
  answer.rows.forEach((row) => row.forEach((term) => term?.type === "uri" && !countryOf(term) && iris.add(term.value)));
  const wkt = columns.find((column) => column.sort === "point");
  const known = named || wkt ? new Map() : await positions([...iris], revision);
  const points = [];
  const countries = new Map();
  const measured = columns.find((column) => column.sort === "number");
  answer.rows.forEach((row) => {
    const thing = row.find((term) => term?.type === "uri" && known.has(term.value)) || row.find((term) => term?.type === "uri");
    const at = named ? { latitude: numberOf(row[named.latitude.index]), longitude: numberOf(row[named.longitude.index]) }
      : wkt ? pointOf(row[wkt.index]) : thing && known.get(thing.value);
    const code = row.map(countryOf).find(Boolean);
    if (at && Number.isFinite(at.latitude) && Number.isFinite(at.longitude)) {
      points.push({ ...plane.at(at.latitude, at.longitude), label: labelOf(row, columns), iri: thing?.value });
    } else if (code) {
      const value = measured ? numberOf(row[measured.index]) : 1;
      countries.set(code, (countries.get(code) || 0) + (Number.isNaN(value) ? 0 : value));
    }
  });
  return { points, countries };
}

/** Points that would overlap at this scale, gathered. */
function gathered(points, scale) {
  const size = GATHERED * scale;
  const cells = new Map();
  points.forEach((point) => {
    const key = `${Math.round(point.x / size)}:${Math.round(point.y / size)}`;
    cells.set(key, [...(cells.get(key) || []), point]);
  });
  return [...cells.values()].map((some) => ({
    x: some.reduce((sum, point) => sum + point.x, 0) / some.length,
    y: some.reduce((sum, point) => sum + point.y, 0) / some.length,
    some,
  }));
}

function marker({ x, y, some }, scale, near) {
  const places = [...new Set(some.map((point) => point.label))];
  const title = places.slice(0, 12).join(", ") + (places.length > 12 ? " …" : "");
  const radius = (some.length === 1 ? 5 : 8 + Math.min(9, Math.log2(some.length) * 1.6)) * scale;
  const circle = drawn("circle", { class: some.length === 1 ? "marker" : "marker many", cx: x, cy: y, r: radius }, drawn("title", {}, title));
  const text = some.length > 1 && drawn("text", { x, y: y + 4 * scale, "font-size": 11 * scale, class: "many-count" }, number(some.length));
  const same = new Set(some.map((point) => point.iri)).size === 1 && some[0].iri;
  const link = drawn("a", same ? { href: pageOf(some[0].iri), "aria-label": title }
    : { role: "button", tabindex: 0, "aria-label": word("map.nearer", some.length, title) }, circle, text);
  if (!same) {
    link.addEventListener("click", () => near(some));
    link.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        near(some);
      }
    });
  }
  return link;
}

function country(code, d, value, most) {
  const iri = `http://metadata.un.org/sdg/codes/geoArea/${code}`;
  const title = `${nameOf(iri) || short(iri)}: ${number(value)}`;
  return drawn("a", { href: pageOf(iri), "aria-label": title },
    drawn("path", { class: "valued", d, "fill-opacity": 0.25 + (0.75 * value) / most }, drawn("title", {}, title)));
}

/** Draws the map into a place. */
export async function draw(host, answer, revision, asked) {
  const columns = columnsOf(answer);
  const plane = isTiled() ? webMercator : equalEarth;
  const things = answer.rows.slice(0, MOST_PLACES).flat().filter((term) => term?.type === "uri").map((term) => term.value);
  host.replaceChildren(element("p", { className: "summary" }, word("result.waiting")));
  const [outlines] = await Promise.all([
    fetch(new URL("./countries.json", import.meta.url)).then((response) => response.json()),
    fetchNames(things, revision).catch(() => {})]);
  const { points, countries } = await placed(answer, columns, revision, plane);
  const most = Math.max(...countries.values(), 1);
  const tiles = isTiled() && tileLayer(plane);
  const valued = [];
  const land = Object.entries(outlines).map(([code, path]) => {
    const d = plane.outline(path);
    const value = countries.get(code);
    if (value !== undefined) {
      valued.push(country(code, d, value, most));
    }
    return value === undefined && drawn("path", { class: "land", d });
  });
  const markers = drawn("g");
  const svg = drawn("svg", { class: "world", tabindex: 0, role: "group", "aria-label": word("map.label", points.length, countries.size) },
    drawn("g", {}, land), tiles && tiles.group, drawn("g", {}, valued), markers);
  let pane = null;
  const near = (some) => {
    const [xs, ys] = [some.map((point) => point.x), some.map((point) => point.y)];
    const box = { x: Math.min(...xs), y: Math.min(...ys) };
    const margin = 150;
    pane.show({ x: box.x - margin, y: box.y - margin, width: Math.max(...xs) - box.x + 2 * margin, height: Math.max(...ys) - box.y + 2 * margin });
  };
  const shown = element("figure", { className: "drawing" }, svg);
  host.replaceChildren(shown);
  let last = 0;
  pane = movable(svg, plane, (scale, view) => {
    if (tiles) {
      tiles.moved(svg, view);
    }
    if (scale !== last) {
      last = scale;
      markers.replaceChildren(...gathered(points, scale).map((some) => marker(some, scale, near)));
    }
  });
  if (points.length > 0 && countries.size === 0) {
    near(points);
  }
  const missing = answer.rows.length - points.length;
  shown.append(element("figcaption", {},
    element("span", { className: "controls" }, pane.controls, pictures(() => svg, fileName(asked))),
    points.length === 0 && countries.size === 0 ? element("strong", {}, word("map.none"))
      : missing > 0 && countries.size === 0 && element("span", {}, word("map.missing", missing)),
    tiles && attribution(),
    element("span", { className: "summary" }, word("map.caption"))));
}
