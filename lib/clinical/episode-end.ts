/** How an episode of treatment ends; after that nothing of it changes any more. */
export const endKinds = ["discharged", "transferred", "superseded", "deceased"] as const;
export type EndKind = (typeof endKinds)[number];

/** How its program stood when somebody wants to end the episode. */
export type AtTheEnd = {
  program: "none" | "draft" | "active" | "held" | "completed" | "stopped";
  /** A hold is open that only a surgeon lifts. */
  isSuspended: boolean;
};

/**
 * Why a clinician may not end the episode so: a warning sign that no surgeon has answered is not left behind by a therapist, whatever comes after.
 * Only death ends it whatever stands.
 * @returns null where nothing speaks against it
 */
export function whyNotEnd(
  kind: EndKind,
  role: "therapist" | "surgeon",
  { isSuspended }: AtTheEnd,
): "suspendedStill" | null {
  return kind !== "deceased" && role !== "surgeon" && isSuspended ? "suspendedStill" : null;
}

/** What becomes of the program: a discharge completes one that runs, everything else stops it; one that has ended stays as it ended. */
export function programAfter(kind: EndKind, { program }: AtTheEnd): "completed" | "stopped" | null {
  if (program === "none" || program === "completed" || program === "stopped") return null;
  return kind === "discharged" && program === "active" ? "completed" : "stopped";
}
