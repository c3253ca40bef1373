import { expect, it } from "vitest";
import type { Asker } from "@/lib/access/actor";
import type { Statement } from "@/lib/db/statement-once";
import { dayShownOf } from "@/lib/records/today/day-shown";
import { todayAsked } from "@/lib/records/today/load-today";

/** What is asked, with the values in their places. */
const filled = ({ text, values }: Statement) =>
  text.replaceAll(/\$(\d+)/g, (_, place) => JSON.stringify(values[Number(place) - 1]));

const somebody = (of: string): Asker => ({
  clinicId: `${of}'s clinic`,
  userId: `${of}'s account`,
  role: "patient",
  patientId: `${of}'s record`,
  requestId: `${of}'s request`,
  clinic: { timeZone: "America/Chicago" },
});

it.each([
  [somebody("Ada"), "2026-11-22"],
  [somebody("Bea"), "2027-01-01"],
])(
  "given %o on %s, when the statement that is made once is asked, then it is that of a statement made for them",
  (asker, day) => {
    const { clinic: _, ...who } = asker;

    const asked = todayAsked(asker, new Date(`${day}T18:00:00Z`));

    expect(filled(asked)).toBe(filled(dayShownOf(who, day, { isShown: true })));
  },
);
