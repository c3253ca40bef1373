import { z } from "zod";
import { stages } from "@/lib/clinical/triage-content";
import { givenDay, givenInstant } from "./day";
import { words } from "./words";

const answer = z.union([words(120), z.number(), z.boolean(), z.null()], "badAnswer");

/** No form has such answers: what is kept word for word has a size, octets. */
const mostOctets = 16_000;

/** A check-in as a form or an offline phone sends it; which answers belong to it is known only beside the record. */
export const checkInSchema = z.strictObject({
  /** Made once when the form is shown: sent twice, the report is still one. */
  idempotencyKey: z.uuid("badId"),
  stage: z.enum(stages, "chooseOne"),
  /** By input key; null is "not answered". */
  answers: z
    .record(z.string().regex(/^[A-Za-z0-9]{1,40}$/, "badAnswer"), answer, "badAnswer")
    .refine((given) => Object.keys(given).length <= 60, "tooMany")
    .refine((given) => new TextEncoder().encode(JSON.stringify(given)).length <= mostOctets, "tooLong"),
  /** The calendar day that it is about, in the clinic's time zone; today when absent. */
  onDay: givenDay.optional(),
  reportedAt: givenInstant.optional(),
  /** What the phone's clock shows while it sends: a clock that is wrong is told by it. */
  sentAt: givenInstant.optional(),
  /** The check-in that was entered in error, and why. */
  corrects: z
    .strictObject({
      checkInId: z.uuid("badId"),
      reason: words(300).min(1, "required"),
    })
    .optional(),
});
export type CheckInReport = z.output<typeof checkInSchema>;
