// `_redirects` for Netlify and Cloudflare Pages: every page's address leads to `index.html`; a file that is missing stays missing.

/** The addresses in `src/routes.rs`, one constant each. */
export const addresses = (routes) => [...routes.matchAll(/^pub const \w+: &str = "(\/[^"]*)";$/gm)].map(([, address]) => address);

/** The file. */
export function redirects(routes) {
  const pages = addresses(routes).filter((it) => it !== "/");
  return [
    "# The API of your own, on the same host: put its address here and take the mark away.",
    "# /api/* https://identity.example/api/:splat 200",
    ...pages.map((it) => `${it} /index.html 200`),
    "",
  ].join("\n");
}
