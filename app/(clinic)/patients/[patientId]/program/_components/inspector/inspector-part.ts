import { onDemand } from "../on-demand";

/** The details of a line: fetched as soon as somebody turns to the lines. */
export const inspectorLine = onDemand(() => import("./inspector-line").then(({ InspectorLine }) => InspectorLine));
