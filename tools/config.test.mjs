import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { hint } from "../public/config-hint.js";
import { CONTRAST, FEATURES, contrast, deployed, understood } from "../public/config.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../public/${name}`, import.meta.url), "utf8"));
const validate = addFormats(new Ajv({ allErrors: true })).compile(read("config.schema.json"));

const RIGHT = [
  {}, read("config.json"),
  {
    apiBase: "/identity/api/v1", productName: "Harbor ID", organizationName: "Harbor Logistics", logo: { light: "/logo.svg", dark: "/logo-dark.svg" },
    accentColour: "#1A5fb4", help: { name: "Service desk", mail: "help@harbor.example", phone: "+31 10 555 0100" }, privacyUrl: "https://harbor.example/privacy",
    termsUrl: "https://harbor.example/terms", languages: ["nl", "en"], defaultLanguage: "nl", switchedOff: ["groups", "access-reviews"],
  },
  { help: { name: "Desk" }, switchedOff: [] },
];
const WRONG = [
  { apiBase: "https://elsewhere.example/api" }, { apiBase: "//elsewhere.example" }, { apiBase: "/api/" }, { apiBase: "/a/../b" }, { apiBase: 1 },
  { productName: "" }, { productName: "  " }, { organizationName: "x".repeat(201) }, { logo: "/logo.svg" }, { logo: { light: "/a.svg" } }, { logo: { light: "https://a.example/a.svg", dark: "/b.svg" } },
  { accentColour: "blue" }, { accentColour: "#12345" }, { help: { mail: "a@b.example" } }, { help: { name: 1 } }, { help: [] },
  { privacyUrl: "http://harbor.example" }, { privacyUrl: "javascript:alert(1)" }, { termsUrl: "https://me@harbor.example" },
  { languages: [] }, { languages: ["fr"] }, { languages: "en" }, { defaultLanguage: "fr" }, { switchedOff: ["everything"] }, { switchedOff: "groups" }, { colour: "#000000" }, { constructor: 1 },
];

test("what is right is right to the schema and to the portal", () => {
  for (const config of RIGHT) {
    assert.ok(validate(config), JSON.stringify(validate.errors));
    assert.deepEqual(understood(config)[1], []);
  }
  assert.deepEqual(understood(RIGHT[2]), [RIGHT[2], []]);
});

test("what is wrong is wrong to both, named, and the rest stays", () => {
  for (const config of WRONG) {
    assert.ok(!validate(config), `the schema takes ${JSON.stringify(config)}`);
    const [right, wrong] = understood({ ...config, termsUrl: config.termsUrl ?? "https://harbor.example/terms" });
    assert.deepEqual(wrong, Object.keys(config));
    const known = !["colour", "constructor"].includes(wrong[0]);
    assert.match(hint("/portal", config, wrong), known ? /^\/portal\/config\.json: “\w+” is .+; it has to be .+\. The portal/ : /“\w+” is unknown/);
    assert.equal(right.termsUrl, config.termsUrl ? undefined : "https://harbor.example/terms");
  }
});

test("an accent that cannot be read on white is refused, and the sentence says what it needs", () => {
  assert.deepEqual(understood({ accentColour: "#ffcc00" }), [{}, ["accentColour"]]);
  assert.match(hint("", { accentColour: "#ffcc00" }, ["accentColour"]), new RegExp(`contrast with white is at least ${CONTRAST}`));
  assert.ok(Math.abs(contrast("#767676") - 4.54) < 0.01 && contrast("#ffffff") === 1 && contrast("#000000") === 21);
  assert.deepEqual(understood({ accentColour: "#005fb8" }), [{ accentColour: "#005fb8" }, []]);
});

test("addresses are found below the portal's path and at the API's, and what is switched off by any part", () => {
  const portal = deployed("/portal", { switchedOff: ["groups", "collections"], languages: ["nl", "en"], productName: "Harbor ID", help: { name: "Desk", phone: "1" } });
  const { address, path, refuses, language, languages, productName, help } = portal;
  assert.deepEqual(["/", "/apps?q=a", "/api/v1/me", "//elsewhere.example", "https://elsewhere.example/", "#content"].map(address), ["/portal/", "/portal/apps?q=a", "/portal/api/v1/me", "//elsewhere.example", "https://elsewhere.example/", "#content"]);
  assert.deepEqual(["/portal", "/portal/", "/portal/apps/", "/portal/groups/new", "/apps"].map(path), ["/", "/", "/apps", "/groups/new", "/apps"]);
  assert.deepEqual(["/groups", "/groups/new?x", "/apps/collections", "/apps?collection=x", "/"].map(refuses), ["groups", "groups", "collections", undefined, undefined]);
  assert.deepEqual([language, languages, productName, help], ["nl", "nl en", "Harbor ID", { name: "Desk", phone: "1" }]);
  assert.equal(deployed("", { languages: ["nl", "en"], defaultLanguage: "en" }).language, "en");
  assert.equal(deployed("", { apiBase: "/identity/v1" }).address("/api/v1/session"), "/identity/v1/session");
});

test("the schema knows the same pages and languages", () => {
  const { properties } = read("config.schema.json");
  assert.deepEqual(properties.switchedOff.items.enum, FEATURES);
});
