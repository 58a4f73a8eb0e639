// The parts of the build that only compute: names, hashes, the page's references, the table of a first visit.
import { createHash } from "node:crypto";
import { extname } from "node:path";

/** A file's name with a hash of its content: `boot.js` → `boot-0123456789abcdef.js`; an older hash is replaced. */
export function contentName(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const extension = extname(name);
  const bg = name.endsWith(`_bg${extension}`) ? "_bg" : "";
  const stem = name.slice(0, name.length - extension.length - bg.length).replace(/-[0-9a-f]{8,}$/, "");
  return `${stem}${bg}-${hash}${extension}`;
}

/** A subresource integrity value. */
export function sri(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

/** The value of an attribute in a tag, quoted or not; undefined where the tag lacks it. */
export function attribute(tag, name) {
  const [, double, single, bare] = tag.match(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`)) ?? [];
  return double ?? single ?? bare;
}

const isStylesheet = (tag) => attribute(tag, "rel") === "stylesheet";
const LINK = /<link\b[^>]*>/g;

/** The local style sheets of a page, in their order. */
export function stylesheets(html) {
  return [...html.matchAll(LINK)].map(([tag]) => tag).filter(isStylesheet).map((tag) => attribute(tag, "href").replace(/^\//, ""));
}

/** The page with one style sheet in the place of its first one, and the others gone. */
export function oneStylesheet(html, name) {
  let placed = false;
  return html.replace(LINK, (tag) => {
    if (!isStylesheet(tag)) return tag;
    if (placed) return "";
    placed = true;
    return `<link rel="stylesheet" href="/${name}">`;
  });
}

/**
 * The page with the integrity of every script, module preload and style sheet that `integrity(name)` knows. The wasm's goes
 * to `data-wasm-integrity`, since boot.js fetches it: its preload is checked then, and browsers ignore the attribute there.
 */
export function withIntegrity(html, integrity) {
  return html.replace(/<(?:link|script)\b[^>]*>/g, (tag) => {
    const name = (attribute(tag, "href") ?? attribute(tag, "src"))?.replace(/^\//, "");
    const wasm = attribute(tag, "data-wasm")?.replace(/^\//, "");
    const added = [
      ["integrity", !/^(?:icon|preload)$/.test(attribute(tag, "rel")) && name && integrity(name)],
      ["data-wasm-integrity", wasm && integrity(wasm)],
    ].filter(([key, value]) => value && !attribute(tag, key));
    return tag.replace(/\s*\/?>$/, `${added.map(([key, value]) => ` ${key}="${value}"`).join("")}>`);
  });
}

/** The page with the script that fetches the pages' files asked for at once, and `data-pages` for boot.js: what each is made of. */
export function withPages(html, script, pages) {
  return html
    .replace(/<link\b[^>]*>/, (first) => `<link rel="modulepreload" href="/${script}">${first}`)
    .replace(/<script\b[^>]*data-wasm=[^>]*>/, (tag) => tag.replace(/>$/, ` data-pages='${JSON.stringify(pages)}'>`));
}

/** What a first visit downloads: the page and every local style sheet, script and wasm it names, each once. */
export function firstVisit(html, size) {
  const names = new Set(["index.html"]);
  for (const [, name] of html.matchAll(/(?:href|src|data-js|data-wasm)="?\/?([\w./-]+\.(?:css|js|wasm))(?=["\s>])/g)) names.add(name);
  return [...names].map((name) => ({ name, kind: extname(name).slice(1), bytes: size(name) }));
}

/**
 * The table that the build prints: a first visit by kind; what each page adds that has a file of its own; and what is over its
 * budget.
 */
export function table(rows, pages, size, budgets) {
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  const own = Object.entries(pages).map(([page, files]) => ({ page, bytes: files.reduce((sum, file) => sum + size(file), 0) })).sort((a, b) => b.bytes - a.bytes);
  const most = total + (own[0]?.bytes ?? 0);
  const line = (kind, bytes, name = "") => `  ${kind.padEnd(6)}${bytes.toLocaleString("en").padStart(9)}  ${name}`.trimEnd();
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const text = [
    "First visit, brotli bytes:",
    ...kinds.flatMap((kind) => rows.filter((row) => row.kind === kind)).map(({ kind, name, bytes }) => line(kind, bytes, name)),
    line("total", total, `budget ${budgets.first.toLocaleString("en")}`),
    "Pages with files of their own:",
    ...own.map(({ page, bytes }) => line("+", bytes, page)),
    line("most", most, `budget ${budgets.page.toLocaleString("en")}`),
  ].join("\n");
  const over = [["A first visit is", total, budgets.first], ["A first visit to the heaviest page is", most, budgets.page]];
  return { text, over: over.filter(([, bytes, budget]) => bytes > budget).map(([what, bytes, budget]) => `${what} ${bytes - budget} bytes`) };
}

/** Two scripts as one: `imported` before the one that imports it, so that the browser waits for one file less. */
export function oneScript(importing, imported) {
  return `${imported.replaceAll(/^export /gm, "")}\n${importing.replace(/^import \{[^}]*\} from "[^"]*";\n/m, "")}`;
}
