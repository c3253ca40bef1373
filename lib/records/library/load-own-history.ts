import { z } from "zod";
import type { LessStrict } from "@/lib/clinical/less-strict";
import type { Text } from "@/lib/clinical/facts";
import type { Tx } from "@/lib/db/in-clinic";
import { lessStrictSchema } from "@/lib/schemas/own-exercise/stored-texts";
import { textSchema } from "@/lib/schemas/text";

const kinds = ["added", "changed", "retired"] as const;

export type OwnChange = {
  version: number;
  kind: (typeof kinds)[number];
  lessStrict: LessStrict[];
  reason: string | null;
  by: string;
  at: Date;
};

/** How an exercise of the clinic's own came to be what it is. */
export type OwnHistory = {
  copiedFrom: { code: string; name: Text } | null;
  /** Newest first. */
  changes: OwnChange[];
};

const changeRow = z.object({
  version: z.number(),
  kind: z.enum(kinds),
  lessStrict: lessStrictSchema,
  reason: z.string().nullable(),
  changedName: z.string(),
  changedAt: z.date(),
});
const originalFacts = z.object({ name: textSchema });

/** The history of an exercise of the clinic's own; null for a shipped one and for what is not there. */
export async function loadOwnHistory(tx: Tx, clinicId: string, code: string): Promise<OwnHistory | null> {
  const own = await tx.exercise.findFirst({
    where: { clinicId, code, origin: "clinic" },
    select: { copiedFrom: true, changes: { orderBy: { version: "desc" } } },
  });
  if (!own) return null;
  const original =
    own.copiedFrom === null
      ? null
      : await tx.exercise.findFirst({ where: { clinicId, code: own.copiedFrom }, select: { code: true, facts: true } });
  return {
    copiedFrom: original && { code: original.code, name: originalFacts.parse(original.facts).name },
    changes: z
      .array(changeRow)
      .parse(own.changes)
      .map(({ changedName: by, changedAt: at, ...change }) => ({ ...change, by, at })),
  };
}
