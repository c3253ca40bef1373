import type { stillAddress as shipped } from "./shipped-stills";

/** In the place of the shipped stills in a browser, which draws only figures whose records it is given (`#shipped-stills` in package.json). */
export const stillAddress: typeof shipped = () => undefined;
