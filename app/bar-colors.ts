/** The page's surface by theme, for the bar around the page, which knows no variables. */
export const barColors = { light: "#ffffff", dark: "#151d24" } as const;
