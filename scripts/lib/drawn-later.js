/**
 * A loader for the bundler: react-aria draws every row that can be dragged anew, twice, when somebody turns from the mouse to the keys, because the
 * spoken words about dragging differ; the first key waited for all of them. With this they are drawn when nothing more urgent waits.
 * @param {string} source `useFocusVisible.mjs`, which knows of the turn, or `useDescription.mjs`, which holds the words
 * @returns {string} the same with those updates as transitions
 * @throws when the file no longer looks like that
 */
export default function drawLater(source) {
  const update = /\b(?:setModality|setId)\([^()]+\);$/gm;
  if (!update.test(source)) throw new Error("react-aria hears of the keys in another way now");
  const later = source.replace(update, (call) => `startTransition(() => ${call.slice(0, -1)});`);
  return `import { startTransition } from "react";\n${later}`;
}
