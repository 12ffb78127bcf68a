// Where positions lie on the plane: in Equal Earth, in which the outlines that ship are drawn, and in the projection of tiles.
const WIDTH = 20000;
const M = Math.sqrt(3) / 2;
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const radians = (degrees) => (degrees * Math.PI) / 180;

const stretch = (p2) => M * (A1 + 3 * A2 * p2 + p2 ** 3 * (7 * A3 + 9 * A4 * p2));
const rise = (angle, p2) => angle * (A1 + A2 * p2 + p2 ** 3 * (A3 + A4 * p2));

// Equal Earth projection: https://doi.org/10.1080/13658816.2018.1504949
function flat(latitude, longitude) {
  const angle = Math.asin(M * Math.sin(radians(latitude)));
  const p2 = angle * angle;
  return { x: (radians(longitude) * Math.cos(angle)) / stretch(p2), y: rise(angle, p2) };
}
const EAST = flat(0, 180).x;
const NORTH = flat(90, 0).y;
const SCALE = WIDTH / (2 * EAST);

/** The world as its outlines are drawn: areas keep their proportions. */
export const equalEarth = {
  width: WIDTH,
  height: 9730,
  at(latitude, longitude) {
    const { x, y } = flat(latitude, longitude);
    return { x: (x + EAST) * SCALE, y: (NORTH - y) * SCALE };
  },
  outline: (path) => path,
};

/** The position of a point of that map; its angle is found by Newton's method. */
function position(x, y) {
  const wanted = NORTH - y / SCALE;
  let angle = wanted;
  for (let step = 0; step < 8; step += 1) {
    const p2 = angle * angle;
    angle -= (rise(angle, p2) - wanted) / (stretch(p2) / M);
  }
  const latitude = Math.asin(Math.max(-1, Math.min(1, Math.sin(angle) / M)));
  const longitude = ((x / SCALE - EAST) * stretch(angle * angle)) / Math.cos(angle);
  return { latitude: (latitude * 180) / Math.PI, longitude: (longitude * 180) / Math.PI };
}

// Web Mercator (EPSG:3857) is a square that ends at this latitude. What is shown of it ends where nobody lives.
const LAST = 85.0511287798;
const [MOST_NORTHERN, MOST_SOUTHERN] = [83, -63];

function fromPole(latitude) {
  const within = Math.max(-LAST, Math.min(LAST, latitude));
  return (0.5 - Math.log(Math.tan(Math.PI / 4 + radians(within) / 2)) / (2 * Math.PI)) * WIDTH;
}
const TOP = fromPole(MOST_NORTHERN);

/** The world as tiles show it; `top` is how far below the upper edge of the uppermost tile it begins. */
export const webMercator = {
  width: WIDTH,
  height: fromPole(MOST_SOUTHERN) - TOP,
  top: TOP,
  // Where a pixel of a map as wide as four tiles is a pixel of zoom level 14: streets can be told.
  nearest: 4096,
  at: (latitude, longitude) => ({ x: ((longitude + 180) / 360) * WIDTH, y: fromPole(latitude) - TOP }),
  /** An outline of the other map, drawn anew; each of its rings is a point and the steps from there. */
  outline: (path) => path.split("M").slice(1).map((ring) => {
    const numbers = ring.match(/-?\d+/g).map(Number);
    const points = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at];
      y += numbers[at + 1];
      const { latitude, longitude } = position(x, y);
      const point = webMercator.at(latitude, longitude);
      points.push(`${point.x.toFixed(1)} ${point.y.toFixed(1)}`);
    }
    return `M${points.join("L")}z`;
  }).join(""),
};
