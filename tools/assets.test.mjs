import assert from "node:assert/strict";
import test from "node:test";
import { attribute, contentName, firstVisit, oneStylesheet, sri, stylesheets, table, withIntegrity, withPages } from "./assets.mjs";

test("a name carries the hash of its content, and only one", () => {
  const name = contentName("boot.js", "a");
  assert.match(name, /^boot-[0-9a-f]{16}\.js$/);
  assert.equal(contentName(name, "a"), name);
  assert.notEqual(contentName(name, "b"), name);
});

test("a wasm keeps its _bg and ends in its hash, as the server's cache rule wants", () => {
  assert.match(contentName("my-account-0123456789abcdef_bg.wasm", "a"), /^my-account_bg-[0-9a-f]{16}\.wasm$/);
});

test("integrity is SHA-384 in base64", () => {
  assert.equal(sri(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});

test("an attribute is read with quotes and, as a minified page has it, without", () => {
  assert.equal(attribute('<link rel="icon" href=/a.svg>', "rel"), "icon");
  assert.equal(attribute("<link href=/a.css rel=stylesheet>", "href"), "/a.css");
  assert.equal(attribute("<script data-js=/a.js src='/b.js'>", "src"), "/b.js");
  assert.equal(attribute("<link rel=icon>", "href"), undefined);
});

test("style sheets become one, in the place of the first", () => {
  const html = '<link href=/icon.svg rel=icon><p><link href=/a.css rel=stylesheet><link rel="stylesheet" href="/b.css"></body>';
  assert.deepEqual(stylesheets(html), ["a.css", "b.css"]);
  assert.equal(oneStylesheet(html, "c.css"), '<link href=/icon.svg rel=icon><p><link rel="stylesheet" href="/c.css"></body>');
});

test("what a page loads carries its integrity; the wasm's is there for boot.js", () => {
  const known = (name) => (name === "api/v1/session" ? undefined : `sha256-${name}`);
  const html = '<link rel=icon href=/i.svg><link as=fetch href=/api/v1/session rel=preload><link rel=preload as=fetch href="/w.wasm"><link rel=modulepreload href=/l.js><script type="module" src="/boot.js" data-js="/l.js" data-wasm="/w.wasm"></script>';
  assert.equal(
    withIntegrity(html, known),
    '<link rel=icon href=/i.svg><link as=fetch href=/api/v1/session rel=preload><link rel=preload as=fetch href="/w.wasm"><link rel=modulepreload href=/l.js integrity="sha256-l.js"><script type="module" src="/boot.js" data-js="/l.js" data-wasm="/w.wasm" integrity="sha256-boot.js" data-wasm-integrity="sha256-w.wasm"></script>',
  );
});

test("a page that has its integrity stays as it is", () => {
  const html = '<script src="/boot.js" integrity="sha256-x" data-wasm=/w.wasm data-wasm-integrity="sha256-z"></script>';
  assert.equal(withIntegrity(html, () => "sha256-y"), html);
});

test("a first visit counts the page and every local asset once", () => {
  const html = '<link rel=preload href="/a.wasm"><script src="/boot.js" data-js="/a.js" data-wasm="/a.wasm"></script><link rel="stylesheet" href=/s.css><a href="https://elsewhere.example/x.js">';
  assert.deepEqual(firstVisit(html, () => 10).map(({ name }) => name).sort(), ["a.js", "a.wasm", "boot.js", "index.html", "s.css"]);
});

test("the table groups by kind and adds up, and says what is over its budget", () => {
  const rows = [{ name: "a.js", kind: "js", bytes: 3 }, { name: "b.css", kind: "css", bytes: 4 }, { name: "c.js", kind: "js", bytes: 1000 }];
  const size = (name) => (name === "l.wasm" ? 50 : 5);
  const pages = { small: ["s.wasm"], large: ["l.wasm", "t.wasm"] };
  const { text, over } = table(rows, pages, size, { first: 1007, page: 1061 });
  assert.match(text, /a\.js\n.*1,000.*c\.js\n.*b\.css\n.*total.*1,007  budget 1,007\n.*\n.*55  large\n.*5  small\n.*most.*1,062  budget 1,061$/);
  assert.deepEqual(over, ["A first visit to the heaviest page is 1 bytes"]);
  assert.deepEqual(table(rows, pages, size, { first: 1006, page: 1062 }).over, ["A first visit is 1 bytes"]);
});

test("a first visit may begin at any page: its files are named, their script is asked for at once", () => {
  const html = '<link rel=modulepreload href=/l.js><link rel=icon href=/i.svg><script src="/boot.js" data-wasm="/w.wasm"></script>';
  assert.equal(
    withPages(html, "pages-1.js", { devices: ["d.wasm"] }),
    '<link rel="modulepreload" href="/pages-1.js"><link rel=modulepreload href=/l.js><link rel=icon href=/i.svg><script src="/boot.js" data-wasm="/w.wasm" data-pages=\'{"devices":["d.wasm"]}\'></script>',
  );
});
