import type { Role } from "@/lib/access/actor";

export const staffKeys = ["priya", "jonah", "elias", "noor", "casey"] as const;
export type StaffKey = (typeof staffKeys)[number];

export type StaffMember = { role: Role; displayName: string; printedName: string };

/** The invented people who work in the demo clinic; all carry bird names. */
export const staff: Readonly<Record<StaffKey, StaffMember>> = {
  priya: { role: "therapist", displayName: "Priya Sandpiper", printedName: "Priya Sandpiper, PT" },
  jonah: { role: "therapist", displayName: "Jonah Wren", printedName: "Jonah Wren, PT" },
  elias: { role: "surgeon", displayName: "Dr. Elias Kingfisher", printedName: "Dr. Elias Kingfisher" },
  noor: { role: "surgeon", displayName: "Dr. Noor Redwing", printedName: "Dr. Noor Redwing" },
  casey: { role: "administrator", displayName: "Casey Heron", printedName: "Casey Heron" },
};
