/** The exact outlines of the status sheet as markup: the outline names the family, the glyph the state. */
const seal =
  "M10.22 2.64A2.24 2.24 0 0 1 13.36 5.78A2.24 2.24 0 0 1 13.36 10.22A2.24 2.24 0 0 1 10.22 13.36A2.24 2.24 0 0 1 5.78 13.36A2.24 2.24 0 0 1 2.64 10.22A2.24 2.24 0 0 1 2.64 5.78A2.24 2.24 0 0 1 5.78 2.64A2.24 2.24 0 0 1 10.22 2.64z";
const tick = "M4.6 8.3l2.4 2.4 4.6-5.1";
const stroke = (color: string, width: number) =>
  `fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
const line = (width = 1.5) => stroke("currentColor", width);
const glyph = (width = 1.8) => stroke("var(--glyph)", width);

export const shapeDrawings = {
  block: `<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor"/><path d="M4.4 8h7.2" ${glyph(2.2)}/>`,
  override: `<path d="M8 .6L15.4 8 8 15.4.6 8z" fill="currentColor"/><path d="M8 4.6v4" ${glyph()}/><circle cx="8" cy="11.2" r="1.1" fill="var(--glyph)"/>`,
  caution: `<path d="M8 1.6L15 14H1z" fill="currentColor" stroke="var(--outline)" stroke-width="1.3" stroke-linejoin="round"/><path d="M8 6v3.6" ${glyph()}/><circle cx="8" cy="11.8" r="1" fill="var(--glyph)"/>`,
  clear: `<circle cx="8" cy="8" r="7.2" fill="currentColor"/><path d="${tick}" ${glyph()}/>`,
  emergency: `<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor"/><path d="M8 3.9v4.6" ${glyph(2)}/><circle cx="8" cy="11.5" r="1.25" fill="var(--glyph)"/>`,
  "same-day":
    '<path d="M4.4 1.2h7.2L15.4 8l-3.8 6.8H4.4L.6 8z" fill="currentColor"/><path d="M5.6 5.2c-.5 3 2.2 5.7 5.2 5.2.4-.1.6-.5.5-.9l-.3-.9-1.7-.2-.7.6c-.9-.4-1.6-1.1-2-2l.6-.7-.2-1.7-.9-.3c-.3-.1-.5.2-.5.9z" fill="var(--glyph)"/>',
  hold: `<rect x="1" y="1" width="14" height="14" rx="3.2" fill="currentColor"/><path d="M5.9 5v6M10.1 5v6" ${glyph(2.2)}/>`,
  reduce: `<path d="M1 3h14L8 14.6z" fill="currentColor" stroke="var(--outline)" stroke-width="1.3" stroke-linejoin="round"/><path d="M5.6 6.3h4.8" ${glyph()}/>`,
  expected: `<circle cx="8" cy="8" r="6.6" ${line()}/><path d="${tick}" ${line()}/>`,
  requested: `<path d="${seal}" ${line(1.3)} stroke-dasharray="2.2 1.5"/><circle cx="8" cy="8" r="1.7" fill="currentColor"/>`,
  granted: `<path d="${seal}" fill="currentColor"/><path d="${tick}" ${glyph()}/>`,
  limited: `<path d="${seal}" fill="currentColor"/><path d="M10.4 4.7L5.6 7.1l4.8 2.4M5.6 11.4h4.8" ${glyph(1.5)}/>`,
  denied: `<path d="${seal}" ${line(1.3)}/><path d="M5 8h6" ${line(2)}/>`,
  revoked: `<path d="${seal}" ${line(1.3)}/><path d="M4.3 11.7l7.4-7.4" ${line(1.8)}/>`,
  returned: `<path d="${seal}" ${line(1.3)}/><path d="M10.6 10.4V9.3a1.8 1.8 0 00-1.8-1.8H5.6M7.2 5.7L5.4 7.5l1.8 1.8" ${line(1.4)}/>`,
  expired: `<path d="${seal}" ${line(1.3)}/><path d="M8 4.8V8l2.2 1.6" ${line()}/>`,
  "under-review": `<path d="${seal}" ${line(1.3)}/><circle cx="7.4" cy="7.3" r="2.2" ${line()}/><path d="M9.1 9l1.9 2" ${line()}/>`,
  done: `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.4" fill="currentColor"/><path d="${tick}" ${glyph()}/>`,
  now: '<rect x="1.6" y="1.6" width="12.8" height="12.8" rx="2.4" fill="none" stroke="currentColor" stroke-width="2.2"/><rect x="5" y="5" width="6" height="6" rx="1" fill="currentColor"/>',
  ready: `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.4" ${line()}/><path d="M5 8.6L8 5.6l3 3M5 11.6l3-3 3 3" ${line()}/>`,
  "not-yet": `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.4" ${line()}/>`,
  "needs-clearance": `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.4" ${line()}/><rect x="4.8" y="7.4" width="6.4" height="4.6" rx="1" fill="currentColor"/><path d="M6 7.4V6a2 2 0 014 0v1.4" ${line(1.3)}/>`,
  held: `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.4" ${line()}/><path d="M6 5.2v5.6M10 5.2v5.6" ${line(1.8)}/>`,
  "stepped-back": `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.4" ${line()}/><path d="M11 10.6V9.2a2 2 0 00-2-2H5M6.8 5L4.6 7.2l2.2 2.2" ${line()}/>`,
  met: `<path d="M2.6 8.5l3.6 3.6 7.2-8" ${line(2.2)}/>`,
  unmet: `<circle cx="8" cy="8" r="6.2" ${line(1.7)}/>`,
  unknown: `<circle cx="8" cy="8" r="6.2" ${line()} stroke-dasharray="2.2 2"/><path d="M6.2 6.3c.2-2 3.7-1.9 3.6.1 0 1.3-1.8 1.3-1.8 2.6" ${line(1.4)}/><circle cx="8" cy="11.3" r=".9" fill="currentColor"/>`,
  rising: `<path d="M1.6 12.4l4-4 2.6 2.6 5.6-6.4M10 4.4h4v4" ${line(1.7)}/>`,
  missed: `<rect x="1.4" y="2.6" width="13.2" height="12" rx="2" ${line()}/><path d="M1.4 6.2h13.2M5 1v2.6M11 1v2.6" ${line()}/><path d="M6 8.7l4 4M10 8.7l-4 4" ${line(1.4)}/>`,
  silent: `<path d="M2 2.6h12v8.6H8.2L5 14v-2.8H2z" ${line()}/><path d="M5.6 6.9h.01M8 6.9h.01M10.4 6.9h.01" ${line(1.9)}/>`,
} as const;

export type ShapeName = keyof typeof shapeDrawings;
