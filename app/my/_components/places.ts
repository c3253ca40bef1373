/** The four words at the foot of a patient's page. */
export const places = [
  { place: "today", href: "/my/today" },
  { place: "program", href: "/my/program" },
  { place: "allowed", href: "/my/allowed" },
  { place: "progress", href: "/my/progress" },
] as const;
