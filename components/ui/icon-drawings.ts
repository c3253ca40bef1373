/**
 * Line drawings on a 16-unit grid, 1.5 stroke, as markup for `smallDrawing`.
 * They repeat a word beside them; alone only for undo, redo, more, close, filter and the rail.
 */
export const iconDrawings = {
  search: '<circle cx="7" cy="7" r="4.6"/><path d="M10.5 10.5L14 14"/>',
  list: '<path d="M5.5 4h8.5M5.5 8h8.5M5.5 12h8.5M2 4h.01M2 8h.01M2 12h.01"/>',
  people:
    '<circle cx="6" cy="5.2" r="2.5"/><path d="M1.5 13.5c.3-3 2-4.5 4.5-4.5s4.2 1.5 4.5 4.5M10.6 2.9a2.5 2.5 0 010 4.7M12.2 9.6c1.4.6 2.2 1.9 2.4 3.9"/>',
  message: '<path d="M2 3h12v8.5H7.5L4.5 14v-2.5H2z"/>',
  template: '<rect x="2" y="2" width="12" height="12" rx="1.8"/><path d="M2 6h12M6.5 6v8"/>',
  library: '<path d="M3 2.5v11M6.5 2.5v11M9.5 3l4 10.5"/>',
  gauge: '<path d="M2 12a6 6 0 1112 0M8 12l2.6-4.2"/>',
  gear: '<circle cx="8" cy="8" r="2.2"/><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4"/>',
  plus: '<path d="M8 3v10M3 8h10"/>',
  check: '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
  x: '<path d="M4 4l8 8M12 4l-8 8"/>',
  down: '<path d="M4 6.2l4 4 4-4"/>',
  right: '<path d="M6.2 4l4 4-4 4"/>',
  left: '<path d="M9.8 4l-4 4 4 4"/>',
  undo: '<path d="M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 010 8H6"/>',
  redo: '<path d="M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 000 8H10"/>',
  compare: '<rect x="1.8" y="3" width="5" height="10" rx="1"/><rect x="9.2" y="3" width="5" height="10" rx="1"/>',
  phone:
    '<path d="M3.2 2.4l2.6-.6 1.3 3.3-1.6 1.2c.8 1.9 2.3 3.4 4.2 4.2l1.2-1.6 3.3 1.3-.6 2.6c-5.7 1.2-11.6-4.7-10.4-10.4z"/>',
  globe: '<circle cx="8" cy="8" r="6"/><path d="M2 8h12M8 2c3.6 3.6 3.6 8.4 0 12M8 2C4.4 5.6 4.4 10.4 8 14"/>',
  play: '<path d="M5 3.2v9.6l7.6-4.8z" fill="currentColor"/>',
  pause: '<path d="M5.2 3.5v9M10.8 3.5v9"/>',
  filter: '<path d="M2 4h12M4.5 8h7M6.5 12h3"/>',
  star: '<path d="M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z"/>',
  key: '<circle cx="5" cy="10.5" r="3"/><path d="M7.2 8.3L13.5 2M10.5 5l2 2"/>',
  finger:
    '<path d="M4.5 13c.5-1 .8-2.5.8-4.5a2.7 2.7 0 015.4 0c0 2-.2 3.6-.7 5.2M8 8.5c0 2.5-.3 4-.9 5.2M2.8 10.5c.2-.8.2-1.4.2-2a5 5 0 0110 0c0 1.3 0 2.3-.2 3.5"/>',
  lock: '<rect x="3" y="7" width="10" height="7" rx="1.5"/><path d="M5 7V5a3 3 0 016 0v2"/>',
  note: '<path d="M3 2h10v12H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3"/>',
  home: '<path d="M2.5 7.5L8 2.5l5.5 5v6h-3.7V10H6.2v3.5H2.5z"/>',
  steps: '<path d="M2 13.5h3V10h3V6.5h3V3h3"/>',
  chart: '<path d="M2 13.5h12M4 11V8M8 11V4M12 11V6"/>',
  book: '<path d="M8 4c-1.5-1.2-3.5-1.5-6-1.5v10c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5v-10C11.5 2.5 9.5 2.8 8 4zM8 4v10"/>',
  wifi: '<path d="M2 6.5c3.5-3 8.5-3 12 0M4.3 9c2.2-1.9 5.2-1.9 7.4 0M8 12h.01"/>',
  offline:
    '<path d="M2 2l12 12M2 6.5c1-.9 2.2-1.5 3.5-1.9M9 4.3c1.8.2 3.6.9 5 2.2M4.3 9c.6-.5 1.3-.9 2-1.1M8 12h.01"/>',
  print: '<path d="M4.5 6V2.5h7V6M4.5 12H2.5V6h11v6h-2M4.5 9.5h7v4h-7z"/>',
  clock: '<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.7"/>',
  bell: '<path d="M3.5 11.5c1-1 1-2.5 1-4.5a3.5 3.5 0 017 0c0 2 0 3.5 1 4.5zM6.8 13.7h2.4"/>',
  more: '<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.4"/>',
  arrow: '<path d="M3 8h10M9 4l4 4-4 4"/>',
  move: '<path d="M3 8h9M9 5l3 3-3 3M13.8 3v10"/>',
  trash: '<path d="M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.5 9h6l.5-9"/>',
  eye: '<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="2"/>',
  refresh: '<path d="M13.5 8a5.5 5.5 0 11-1.7-4M13.5 2v3h-3"/>',
  hand: '<path d="M5 8V4a1 1 0 012 0v3V3a1 1 0 012 0v4V3.5a1 1 0 012 0V9c0 3-1.5 5-4 5-2 0-3-1-4-3l-1.3-2.4c.8-.8 1.7-.4 2.3.4z"/>',
  table: '<rect x="2" y="3" width="12" height="10" rx="1.2"/><path d="M2 6.5h12M2 10h12M6.5 3v10"/>',
  car: '<path d="M2 11V8.5L3.8 4.5h8.4L14 8.5V11zM2 8.5h12M4.5 11v1.5M11.5 11v1.5"/>',
  seal: '<path d="M10.22 2.64A2.24 2.24 0 0 1 13.36 5.78A2.24 2.24 0 0 1 13.36 10.22A2.24 2.24 0 0 1 10.22 13.36A2.24 2.24 0 0 1 5.78 13.36A2.24 2.24 0 0 1 2.64 10.22A2.24 2.24 0 0 1 2.64 5.78A2.24 2.24 0 0 1 5.78 2.64A2.24 2.24 0 0 1 10.22 2.64z"/><path d="M4.6 8.3l2.4 2.4 4.6-5.1"/>',
} as const;

export type IconName = keyof typeof iconDrawings;
