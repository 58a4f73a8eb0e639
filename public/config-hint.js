// What is wrong in `config.json`, in words for administrators: fetched only where something is.

const TEXT = "a text of at most 200 characters";
const WANTED = {
  apiBase: "a path on the portal's host, such as /api/v1",
  productName: TEXT,
  organizationName: TEXT,
  logo: "an object with the paths “light” and “dark” of two pictures on the portal's host",
  accentColour: "a colour such as #1a5fb4 whose contrast with white is at least 5.2",
  help: "an object with “name” and, if you like, “mail” and “phone”",
  privacyUrl: "an https address",
  termsUrl: "an https address",
  languages: "a list of en and nl",
  defaultLanguage: "one of en and nl",
  switchedOff: "a list of pages; config.schema.json names them",
};

/** One sentence for each member that is wrong, or why the file cannot be read. */
export function hint(base, config, wrong, failure) {
  const all = wrong.map((key) => (Object.hasOwn(WANTED, key)
    ? `“${key}” is ${JSON.stringify(config[key]).slice(0, 60)}; it has to be ${WANTED[key]}.`
    : `“${key}” is unknown.`));
  if (failure) all.push(`It cannot be read: ${failure.message}.`);
  return `${base}/config.json: ${all.join(" ")} The portal goes on without that.`;
}
