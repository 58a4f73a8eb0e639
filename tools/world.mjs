// Draws public/world.svg, the map behind the approximate location of a sign-in, from Natural Earth's land polygons (public
// domain, naturalearthdata.com, 1:110m, version 4.1). Run by hand when the picture shall change:
//   npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && node tools/world.mjs package/land-110m.json
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Degrees north at the upper and the lower edge: Antarctica is left out. `src/components/map` has the same numbers. */
const NORTH = 84;
const SOUTH = -58;
/** Whole degrees: an approximate location in an outline a few hundred pixels wide needs nothing finer. */
const SCALE = 1;

const topology = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { scale, translate } = topology.transform;

/** TopoJSON keeps each line once, as differences of whole numbers. */
const arcs = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});

/** A ring of arcs; a negative number is an arc taken backwards. */
const ring = (indices) => indices.flatMap((index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]));

/** Land that goes on beyond 180° is drawn there, and once more at the other edge of the map, which cuts both off. */
function unrolled(points) {
  let turns = 0;
  const straight = points.map(([longitude, latitude], at) => {
    const step = at ? longitude - points[at - 1][0] : 0;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [longitude + 360 * turns, latitude];
  });
  const beyond = straight.find(([longitude]) => Math.abs(longitude) > 180);
  if (!beyond) return [straight];
  return [straight, straight.map(([longitude, latitude]) => [longitude - 360 * Math.sign(beyond[0]), latitude])];
}

function path(points) {
  const corners = points.map(([longitude, latitude]) => [Math.round((longitude + 180) * SCALE), Math.round((NORTH - latitude) * SCALE)]);
  const kept = corners.filter(([x, y], at) => at === 0 || x !== corners[at - 1][0] || y !== corners[at - 1][1]);
  if (kept.length < 4) return "";
  const steps = kept.slice(1).map(([x, y], at) => `${x - kept[at][0]} ${y - kept[at][1]}`);
  return `M${kept[0].join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
}

const polygons = topology.objects.land.geometries.flatMap((it) => (it.type === "Polygon" ? [it.arcs] : it.arcs));
const rings = polygons.flat().map(ring).filter((points) => points.some(([, latitude]) => latitude > SOUTH)).flatMap(unrolled);
const [width, height] = [360 * SCALE, (NORTH - SOUTH) * SCALE];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><!-- Made with Natural Earth (public domain) by tools/world.mjs --><path d="${rings.map(path).join("")}"/></svg>\n`;
writeFileSync(fileURLToPath(new URL("../public/world.svg", import.meta.url)), svg);
