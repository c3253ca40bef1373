/**
 * A loader for the bundler: react-aria draws every row that can be dragged anew, twice, when somebody turns from the mouse to the keys, because the
 * spoken words about dragging differ; the first key waited for all of them. With this they are drawn when nothing more urgent waits. It also tells
 * of the keys with every key, which went through the page once more each time: what a part has heard already it is not told again.
 * @param {string} source `useFocusVisible.mjs`, which knows of the turn, or `useDescription.mjs`, which holds the words
 * @returns {string} the same with those updates as transitions
 * @throws when the file no longer looks like that
 */
export default function drawLater(source) {
  const update = /\b(setModality|setId)\(([^()]+)\);$/gm;
  if (!update.test(source)) throw new Error("react-aria hears of the keys in another way now");
  return `import { startTransition } from "react"; ${drawLaterOnce}\n${source.replace(update, "drawLaterOnce($1, $2);")}`;
}

/** The part of React that is told, and what; in one line, so that all others stay where they are. */
const drawLaterOnce = [
  "const told = new WeakMap();",
  "const drawLaterOnce = (tell, what) => {",
  "if (told.has(tell) && told.get(tell) === what) return;",
  "told.set(tell, what);",
  "startTransition(() => tell(what));",
  "};",
].join(" ");
