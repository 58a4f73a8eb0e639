// Starts the portal: reads on their way before wasm is there, wasm checked by its hash, and a readable page where any of it
// fails. Plain script, because it must work when nothing else does (R8, R9).
import { configuration } from "./config.js";

const script = document.querySelector("script[data-wasm]");
// Where the portal lies on its host: `/portal`, or nothing.
const base = script.dataset.base ?? "";
const RELOADED = "reloaded-for-missing-asset";

// The browser refuses storage to some people; they only lose the memory of one reload, so they get none.
function remembered(change) {
  try {
    return change(sessionStorage);
  } catch {
    return "forbidden";
  }
}

window.portalCrash = () => {
  document.getElementById("frame")?.remove();
  document.getElementById("app")?.remove();
  const crash = document.getElementById("crash");
  crash.hidden = false;
  const { name, mail, phone } = window.portal?.help ?? {};
  for (const help of crash.querySelectorAll("[data-help]")) help.textContent = [name, mail, phone].filter(Boolean).join(" · ");
  for (const button of crash.querySelectorAll("button")) button.onclick = () => location.reload();
};

// Leptos builds elements from templates of its own. Nothing that can run may come in that way (Trusted Types).
window.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (/<script|<iframe|<object|<embed|\son\w+\s*=|javascript:/i.test(html) ? null : html),
});

const theme = remembered((storage) => (storage, localStorage.getItem("theme")));
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

// It was asked for with the page itself, so nothing waits for it long.
const portal = window.portal = await configuration(base);
portal.language = [new URLSearchParams(location.search).get("lng"), remembered(() => localStorage.getItem("language")), ...navigator.languages]
  .map((tag) => /^(?:nl|en)/i.exec(tag ?? "")?.[0].toLowerCase())
  .find((tag) => tag && (!portal.languages || portal.languages.includes(tag))) ?? portal.language;
if (portal.language === "nl") {
  document.documentElement.lang = "nl";
  document.title = "Mijn account";
}
if (portal.productName) document.title = portal.productName;
const name = document.querySelector("#frame span");
if (name) name.textContent = document.title;

// The files that the first page is in, and what it reads: asked for while wasm is still on its way. `pages.js` and
// `api/client.rs` take them over.
const here = document.documentElement.lang;
const named = (name) => encodeURIComponent(new URLSearchParams(location.search).get(name) ?? "");
const [app, collection, group, review] = ["app", "collection", "group", "review"].map(named);
const pages = {
  "/": ["overview", "/me", "/me/authentication/methods", "/me/password", "/me/devices", "/me/organizations", "/me/privacy", "/me/sign-ins?limit=1"],
  "/security-info": ["security_info", "/me/authentication/methods"],
  "/password": ["password", "/me/password"],
  "/devices": ["devices", "/me/devices"],
  "/organizations": ["organizations", "/me/organizations"],
  "/settings": ["settings", "/me/preferences", "/me/privacy"],
  "/sign-ins": ["sign_ins", "/me/sessions", "/me/sign-ins?outcome=unusual", "/me/sign-ins?limit=50"],
  "/my-data": ["my_data", "/me/data-exports", "/me/close-account"],
  "/admin/deleted-users": ["deleted_users"],
  "/apps": ["apps", `/me/apps?limit=48&language=${here}${collection && `&collection=${collection}`}`, "/me/collections", "/me/apps?view=recent"],
  "/apps/collections": ["collections", "/me/collections"],
  "/apps/collections/edit": ["collection_form", `/me/apps?limit=20&language=${here}&collection=all`, ...(collection ? [`/me/collections/${collection}`] : [])],
  "/groups": ["groups", "/me/groups?limit=20&view=owned", "/me/groups?limit=20&view=joined", "/me/groups/rules"],
  "/groups/details": ["group", ...(group ? [`/groups/${group}`] : [])],
  "/groups/new": ["group_form", "/me/groups/rules"],
  "/groups/edit": ["group_form", ...(group ? [`/groups/${group}`] : [])],
  "/apps/manage": ["manage", ...(app ? ["", "/permissions", "/saved-accounts"] : []).map((part) => `/me/apps/${app}${part}`)],
  "/apps/request": ["request", `/me/app-catalogue?limit=24&language=${here}`, "/me/app-requests?limit=12"],
  "/access-reviews": ["reviews", "/me/access-reviews", "/me/access-reviews?state=finished"],
  "/access-reviews/self": ["reviews", `/access-reviews/${review}`],
  "/access-reviews/decide": ["review_others", `/access-reviews/${review}`, `/access-reviews/${review}/items?filter=all`],
  "/admin/app-requests": ["request", "/app-requests?limit=24&state=pending"],
  "/groups/members": ["group_members", ...(group ? [`/groups/${group}/membership`, `/groups/${group}/members?limit=50`] : [])],
  "/groups/join": ["join_groups", "/me/joinable-groups?limit=24", "/me/join-requests?limit=12"],
  "/groups/requests": ["join_groups", "/join-requests?limit=24&state=pending"],
  "/profile": ["profile devices organizations", "/me", "/me/devices", "/me/organizations"],
  "/profile/password-reset": ["security_info", "/me/reset-setup", "/me/authentication/methods"],
  "/profile/verification": ["security_info", "/me/authentication/methods", "/me/authentication/trusted-devices"],
  "/profile/terms": ["terms", "/me/terms-of-use"],
};
// The pages that are about an operation of another name than theirs.
const ABOUT = {
  changePassword: "password", appRequests: "request", createGroups: "groups/new", manageGroups: "groups/edit", joinGroups: "groups/join",
  joinRequests: "groups/requests",
};
// What is not done here: the address of the platform's page, or "" where nobody does it; by operation, and by what addresses name.
const elsewhere = {};
const support = portal.support = (of) => {
  if (of[0] !== "/") return elsewhere[of];
  const found = Object.keys(elsewhere).filter((name) => `${of.split(/[?#]/)[0]}/`.includes(`/${name}/`)).map((name) => elsewhere[name]);
  return portal.refuses(of) || found.includes("") ? "" : found[0];
};
const capabilities = fetch(portal.address("/api/v1/capabilities"), { signal: AbortSignal.timeout(5000) })
  .then((answer) => answer.json())
  .then((all) => {
    for (const [name, { kind, url }] of Object.entries(all)) {
      const page = name.replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`);
      // A kind that is not known here cannot be done here.
      if (kind && kind !== "supported") elsewhere[name] = elsewhere[page] = elsewhere[ABOUT[name] ?? page] = url ?? "";
    }
    if (elsewhere.dataExports === "" && elsewhere.closeAccount === "") elsewhere["my-data"] = "";
  })
  // Then everything is taken for supported, and what fails says so itself.
  .catch(() => {});
const path = portal.path(location.pathname);
const [names, ...reads] = (Object.hasOwn(pages, path) && support(path) !== "" && pages[path]) || [""];
const files = JSON.parse(script.dataset.pages ?? "{}");
const fetchPage = (name) => {
  for (const file of (Object.hasOwn(files, name) && files[name]) || []) fetch(`${base}/${file}`).catch(() => {});
};
names.split(" ").forEach(fetchPage);
const ask = (path) => fetch(portal.address(`/api/v1${path}`));
// Nothing is shown before both are there.
const session = Promise.all([ask("/session"), capabilities]).then(([answer]) => answer);
window.portalReads = new Map([["/session", session.then((answer) => answer.clone())]]);
session.catch(() => {});
window.portalReads.get("/session").catch(() => {});
session
  .then((answer) => answer.json())
  .then(({ state }) => {
    if (state !== "signed-in") fetchPage("sign_in");
    if (/[?&]failure=/.test(location.search)) fetchPage("provider");
    for (const of of state === "signed-in" && support(path) === undefined ? reads.filter((it) => support(it) !== "") : []) {
      const read = ask(of);
      read.catch(() => {});
      window.portalReads.set(of, read);
    }
  })
  .catch(() => {});

// After a deployment a page from before may name files that have gone: one reload brings the new page; a second
// failure is shown. Nothing can have been typed yet.
function failed(error) {
  console.error(error);
  if (navigator.onLine && remembered((storage) => storage.getItem(RELOADED)) === null) {
    remembered((storage) => storage.setItem(RELOADED, "1"));
    location.reload();
  } else {
    window.portalCrash();
  }
}

try {
  const { js, wasm, wasmIntegrity: integrity } = script.dataset;
  const module = fetch(wasm, integrity ? { integrity } : {});
  module.catch(() => {});
  const { default: start } = await import(js);
  const answer = await module;
  if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
  await start({ module_or_path: answer });
  remembered((storage) => storage.removeItem(RELOADED));
} catch (error) {
  failed(error);
}
