// What `config.json` says, checked; what is wrong in it is left out and told once, to administrators, in the console.
// `config.schema.json` says the same of its shape; `docs/hosting.md` explains it.

export const LANGUAGES = ["en", "nl"];
export const FEATURES = [
  "security-info", "password", "password-reset", "devices", "organizations", "settings", "sign-ins", "my-data", "deleted-users",
  "apps", "collections", "app-requests", "profile", "groups", "access-reviews",
];
// Links stand on tinted surfaces too, which cost a seventh of the contrast with white; 4.5 has to remain (WCAG 1.4.3).
export const CONTRAST = 5.2;

const isText = (it) => typeof it === "string" && it.trim() !== "" && it.length <= 200;
const isObject = (it) => typeof it === "object" && it !== null && !Array.isArray(it);
const isPath = (it) => isText(it) && /^\/(?!\/)[\w./-]*[^/]$/.test(it) && !it.split("/").includes("..");
const isListOf = (values, least) => (it) => Array.isArray(it) && it.length >= least && it.every((one) => values.includes(one));
function isPage(it) {
  const url = isText(it) && URL.canParse(it) ? new URL(it) : undefined;
  return url?.protocol === "https:" && !url.username && !url.password;
}

/** How a colour like `#1a5fb4` contrasts with white (WCAG 2.2). */
export function contrast(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

// What each has to be.
const MEMBERS = {
  $schema: () => true,
  apiBase: isPath,
  productName: isText,
  organizationName: isText,
  logo: (it) => isObject(it) && isPath(it.light) && isPath(it.dark),
  accentColour: (it) => isText(it) && /^#[\da-f]{6}$/i.test(it) && contrast(it) >= CONTRAST,
  help: (it) => isObject(it) && isText(it.name) && [it.mail, it.phone].every((way) => way === undefined || isText(way)),
  privacyUrl: isPage,
  termsUrl: isPage,
  languages: isListOf(LANGUAGES, 1),
  defaultLanguage: (it) => LANGUAGES.includes(it),
  switchedOff: isListOf(FEATURES, 0),
};

/** What of a configuration is right, and which of its members are not. */
export function understood(config) {
  const [right, wrong] = [{}, []];
  for (const [key, value] of Object.entries(config)) {
    if (Object.hasOwn(MEMBERS, key) && MEMBERS[key](value)) right[key] = value;
    else wrong.push(key);
  }
  return [right, wrong];
}

/** The portal as configured: what `src/deployment.rs` asks for, with the defaults where the file says nothing. */
export async function configuration(base) {
  let config, failure;
  let [right, wrong] = [{}, []];
  try {
    const answer = await fetch(`${base}/config.json`);
    if (!answer.ok) throw new Error(`the host answers ${answer.status}`);
    config = await answer.json();
    if (!isObject(config)) throw new Error("it is no object");
    [right, wrong] = understood(config);
  } catch (error) {
    failure = error;
  }
  // Nobody else needs these words.
  if (failure || wrong.length > 0) import("./config-hint.js").then(({ hint }) => console.warn(hint(base, config, wrong, failure)), console.error);
  if (right.accentColour) paint(right.accentColour);
  return deployed(base, right);
}

/** What `src/deployment.rs` asks: what is configured, and what follows from it. */
export function deployed(base, { apiBase = `${base}/api/v1`, languages, defaultLanguage = languages?.[0], switchedOff = [], ...others }) {
  return {
    base, languages: languages?.join(" "), language: defaultLanguage, ...others,
    // Where the browser finds a page of the portal or a resource of the API.
    address: (of) => (of.startsWith("/api/v1/") ? apiBase + of.slice("/api/v1".length) : /^\/(?!\/)/.test(of) ? base + of : of),
    path: (address) => (address.startsWith(base) ? address.slice(base.length) : address).replace(/\/+$/, "") || "/",
    // What in an address is switched off.
    refuses: (address) => address.split(/[/?#]/).find((part) => switchedOff.includes(part)),
  };
}

function paint(colour) {
  const { style } = document.documentElement;
  style.setProperty("--accent", `light-dark(${colour}, oklch(from ${colour} 0.76 min(c, 0.12) h))`);
  style.setProperty("--on-accent", `light-dark(oklch(1 0 0), oklch(from ${colour} 0.2 min(c, 0.03) h))`);
  style.setProperty("--accent-surface", `light-dark(oklch(from ${colour} 0.955 min(c, 0.022) h), oklch(from ${colour} 0.3 min(c, 0.05) h))`);
}
