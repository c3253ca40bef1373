/**
 * A loader for the bundler: react-aria carries its spoken words in 34 languages, and a page would bring them all; this product speaks two.
 * @param {string} source an `intlStrings.mjs` of react-aria: one import and one entry per language
 * @returns {string} the same with English and Spanish alone
 * @throws when the file no longer looks like that
 */
export default function keepOwnLanguages(source) {
  const kept = source
    .split("\n")
    .filter((line) => !/\/[a-z]{2}-[A-Z]{2}\.mjs";$|^\s*"[a-z]{2}-[A-Z]{2}":/.test(line) || /en-US|es-ES/.test(line))
    .join("\n");
  if ((kept.match(/en-US|es-ES/g) ?? []).length !== 4) throw new Error("react-aria keeps its words in another way now");
  return kept;
}
