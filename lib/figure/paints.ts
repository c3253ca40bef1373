type Paint = { fill?: string; line?: string; width?: number | string; more?: string };

const color = (name: string): string => `var(--color-figure-${name})`;
const filled = (name: string): Paint => ({ fill: color(name) });
const lined = (name: string, width: number, more?: string): Paint => ({
  line: color(name),
  width,
  ...(more && { more }),
});
/** The edge lies under the fill, so that it is seen outside only. */
const edged = (name: string, edge = "line"): Paint => ({
  ...filled(name),
  line: color(edge),
  width: "var(--figure-edge)",
  more: `paint-order="stroke"`,
});
/** An outline where the reader's own colors count. */
const outlined = (name: string, otherwise = "none"): Paint => ({
  ...filled(name),
  line: `var(--figure-outline, ${otherwise})`,
  width: 1,
});

/** What figure.css says of each look, for pictures in files of their own: those only inherit the page's variables. A test compares the two. */
const paints: Readonly<Record<string, Paint>> = {
  line: edged("line"),
  "line move": edged("move-line", "move-line"),
  top: filled("top"),
  "top far": filled("top-far"),
  "edge top": edged("top"),
  trousers: filled("trousers"),
  "trousers far": filled("trousers-far"),
  "edge trousers": edged("trousers"),
  skin: filled("skin"),
  "skin far": filled("skin-far"),
  "edge skin": edged("skin"),
  "edge move-line skin": edged("skin", "move-line"),
  shoe: filled("shoe"),
  "shoe far": filled("shoe"),
  hair: { ...filled("hair"), ...lined("line", 0.6) },
  "hair move-line": { ...filled("hair"), ...lined("move-line", 0.6) },
  move: filled("move"),
  "move far": filled("move-far"),
  "edge move": edged("move", "move-line"),
  eye: lined("eye", 2),
  "face-line": lined("face", 1),
  ear: filled("skin-far"),
  blade: lined("line", 1.4),
  "spine go": lined("line", 2.2),
  "spine go on-move": lined("on-move", 2.2),
  "spine still": lined("line", 2.9, `stroke-dasharray="0 4.6"`),
  "spine still on-move": lined("on-move", 2.9, `stroke-dasharray="0 4.6"`),
  shadow: filled("shadow"),
  arrow: lined("move", 2.8),
  "arrow-head": { ...filled("move"), ...lined("move", 1) },
  halo: { line: "var(--color-surface)", width: 5 },
  floor: lined("ground", 0.8),
  mat: outlined("mat"),
  "mat-edge": filled("ground"),
  "prop-top": outlined("prop-top"),
  "prop-side": outlined("prop-side"),
  "prop-end": filled("prop-end"),
  tube: lined("tube", 2.6),
  "tube thick": lined("tube", 3.6),
  "tube pad": lined("prop-end", 6),
  stick: lined("tube", 3),
  band: lined("band", 1.9),
  weight: lined("band", 8, `stroke-linecap="butt"`),
  "weight bar": lined("band", 3, `stroke-linecap="butt"`),
  bell: filled("band"),
  ball: outlined("ball", color("prop-end")),
  pillow: { ...filled("pillow"), ...lined("tube", 1.2) },
  water: { ...filled("water"), more: `opacity="0.26"` },
  wave: lined("water", 1.4),
};

/** Lines without a fill that a thumbnail shows too, and their width there. */
const thumbLines: Readonly<Record<string, number>> = {
  tube: 4,
  "tube thick": 5,
  "tube pad": 7,
  band: 3,
  stick: 4,
  weight: 12,
  "weight bar": 4,
};

/** The classes of a drawing turned into presentation attributes. What they leave out is inherited from the page's `.figure`. */
export const painted = (markup: string): string => replaced(markup, (look) => paints[look] ?? {});

/** The same for a picture that is looked at from afar: whatever has an edge there has a wide one, and fine lines are left out. */
export const paintedSmall = (markup: string): string =>
  replaced(markup, (look) => smallPaint(look, paints[look] ?? {}));

function smallPaint(look: string, { fill, line, ...paint }: Paint): Paint {
  const width = thumbLines[look];
  if (fill === undefined) return line !== undefined && width !== undefined ? { line, width } : {};
  return line === undefined ? { fill, ...paint } : { fill, line, width: 4, more: `paint-order="stroke"` };
}

function replaced(markup: string, paintOf: (look: string) => Paint): string {
  return markup.replace(/<path class="([^"]*)"/g, (_, look: string) => {
    const { fill, line, width, more } = paintOf(look);
    const attributes = [fill && `fill="${fill}"`, line && `stroke="${line}" stroke-width="${String(width)}"`, more];
    return ["<path", ...attributes.filter((one) => one !== undefined)].join(" ");
  });
}
