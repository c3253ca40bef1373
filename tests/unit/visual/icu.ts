/**
 * The names of the ICU arguments of a message, sorted. Walks the nesting, because the words of a branch (`one {day}`) look like an
 * argument. Throws when braces do not match.
 */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let at = 0;

  const words = (isBranch: boolean): void => {
    while (at < message.length) {
      const char = message[at++];
      if (char === "{") argument();
      else if (char === "}") {
        if (isBranch) return;
        throw new Error(`unmatched } in: ${message}`);
      }
    }
    if (isBranch) throw new Error(`unmatched { in: ${message}`);
  };

  const argument = (): void => {
    const head = /^\s*(\w+)\s*([,}])/.exec(message.slice(at));
    if (head === null) throw new Error(`no argument name in: ${message}`);
    names.add(head[1] ?? "");
    at += head[0].length;
    if (head[2] === "}") return;
    while (at < message.length) {
      const char = message[at++];
      if (char === "{") words(true);
      else if (char === "}") return;
    }
    throw new Error(`unmatched { in: ${message}`);
  };

  words(false);
  return [...names].sort();
}
