import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.js";
import { Refusal } from "./say.js";

const messages = path.join(root, "messages");
const folder = path.join(messages, "files");

/** Writes the words of each file that lib/i18n/words-files.json names, in each language, into `messages/files`, when they changed. */
export function writeWords() {
  mkdirSync(folder, { recursive: true });
  for (const [name, namespaces] of Object.entries(read(path.join(root, "lib/i18n/words-files.json")))) {
    for (const locale of ["en", "es"]) {
      const words = `${JSON.stringify(pick(read(path.join(messages, `${locale}.json`)), namespaces))}\n`;
      const file = path.join(folder, `${name}.${locale}.json`);
      if (!existsSync(file) || readFileSync(file, "utf8") !== words) writeFileSync(file, words);
    }
  }
}

function read(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * The part of a tree of words that the namespaces (`patient.today.marks`) name, where it stood.
 * @param {object} words
 * @param {readonly string[]} namespaces
 * @throws when there is no such namespace
 */
function pick(words, namespaces) {
  const picked = {};
  for (const namespace of namespaces) {
    const steps = namespace.split(".");
    const last = steps.pop();
    let [from, to] = [words, picked];
    for (const step of steps) [from, to] = [from[step] ?? {}, (to[step] ??= {})];
    if (from[last] === undefined)
      throw new Refusal(`lib/i18n/words-files.json names ${namespace}: there are no such words.`);
    to[last] = from[last];
  }
  return picked;
}
