import { readFileSync } from "node:fs";

type Rule = { selectors: readonly string[]; declarations: Record<string, string> };

/** What figure.css says of a part whose class is this look; what it inherits is not among it. */
export function looksInCss(css = readFileSync("components/figure/figure.css", "utf8")) {
  const rules = flattened(css);
  return (look: string): Record<string, string> => {
    const classes = new Set(look.split(" "));
    const matching = rules.flatMap(({ selectors, declarations }) => {
      const weights = selectors.flatMap((selector) => weightOf(selector, classes) ?? []);
      return weights.length === 0 ? [] : [{ weight: Math.max(...weights), declarations }];
    });
    const said: Record<string, string> = {};
    for (const { declarations } of matching.sort((a, b) => a.weight - b.weight)) Object.assign(said, declarations);
    return said;
  };
}

/** The number of classes that a selector of a part names; undefined where it is not about one with these. */
function weightOf(selector: string, classes: ReadonlySet<string>): number | undefined {
  const [, part = ""] = /^\.figure (\..+)$/.exec(selector) ?? [];
  const without = [...part.matchAll(/:not\(\.([\w-]+)\)/g)].map(([, name = ""]) => name);
  const named = [...part.replace(/:not\([^)]*\)/g, "").matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name);
  const isMeant =
    named.length > 0 && named.every((name) => classes.has(name)) && !without.some((name) => classes.has(name));
  return isMeant ? named.length + without.length : undefined;
}

/** The rules of a style sheet, nested ones written out. */
function flattened(css: string): Rule[] {
  const rules: Rule[] = [];
  const open: Rule[] = [];
  for (const [, text = "", end] of css.replace(/\/\*.*?\*\//gs, "").matchAll(/([^{};]*)([{};])/g)) {
    const around = open.at(-1);
    if (end === "{") {
      const selectors = text.split(",").flatMap((one) => {
        const own = one.trim();
        return own.startsWith("&") ? (around?.selectors ?? []).map((outer) => own.replace("&", outer)) : [own];
      });
      const rule = { selectors, declarations: {} };
      open.push(rule);
      rules.push(rule);
    } else if (end === "}") open.pop();
    else if (around) {
      const at = text.indexOf(":");
      around.declarations[text.slice(0, at).trim()] = text.slice(at + 1).trim();
    }
  }
  return rules;
}
