/** Fill and line of each look, for pictures that stand outside the page's style sheet and only inherit its variables. */
const paints: Readonly<Record<string, readonly [fill: string, line?: string]>> = {
  line: ["line", "line"],
  "line move": ["move-line", "move-line"],
  top: ["top"],
  "top far": ["top-far"],
  "edge top": ["top", "line"],
  trousers: ["trousers"],
  "trousers far": ["trousers-far"],
  "edge trousers": ["trousers", "line"],
  skin: ["skin"],
  "skin far": ["skin-far"],
  "edge skin": ["skin", "line"],
  "edge move-line skin": ["skin", "move-line"],
  shoe: ["shoe"],
  "shoe far": ["shoe"],
  hair: ["hair", "line"],
  "hair move-line": ["hair", "move-line"],
  move: ["move"],
  "move far": ["move-far"],
  "edge move": ["move", "move-line"],
  "prop-top": ["prop-top"],
  "prop-side": ["prop-side"],
  "prop-end": ["prop-end"],
  bell: ["band"],
  ball: ["ball", "prop-end"],
  pillow: ["pillow", "tube"],
};

const strokes: Readonly<Record<string, readonly [color: string, width: number]>> = {
  tube: ["tube", 4],
  "tube thick": ["tube", 5],
  "tube pad": ["prop-end", 7],
  band: ["band", 3],
  stick: ["tube", 4],
  "weight bar": ["band", 4],
  weight: ["band", 12],
};

/** The classes of a drawing turned into presentation attributes. */
export function themed(markup: string): string {
  return markup.replace(/<path class="([^"]*)"/g, (_, look: string) => {
    const stroke = strokes[look];
    if (stroke)
      return `<path fill="none" stroke="var(--color-figure-${stroke[0]})" stroke-width="${String(stroke[1])}"`;
    if (look === "water") return `<path fill="var(--color-figure-water)" fill-opacity=".26"`;
    const paint = paints[look];
    if (!paint) return `<path fill="none"`;
    const line = paint[1] ? ` stroke="var(--color-figure-${paint[1]})" stroke-width="4" paint-order="stroke"` : "";
    return `<path fill="var(--color-figure-${paint[0]})"${line}`;
  });
}
