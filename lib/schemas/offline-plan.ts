import type { output } from "zod";
import * as z from "zod/mini";
import { procedureTypes, type Dosage } from "@/lib/clinical/facts";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import { stages, triageLevels, triageRegions } from "@/lib/clinical/triage-content";
import type { ShippedTriage } from "./content/triage";
import type { figureSchema } from "./content/figure";
import { dosageSchema } from "./dosage";
import type { Outcome } from "./outcomes";
import type { holdCauses } from "./hold";

type FigureRecord = output<typeof figureSchema>;

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.object({ en: z.string(), es: z.string() });
const orNull = <T extends z.core.$ZodType>(schema: T) => z.nullable(schema);
const answer = z.union([z.string(), z.number(), z.boolean()]);
/** What the server made and only this server's own functions read: that it is there is all that is looked at. */
const asMade = <T>() => z.custom<T>((value) => typeof value === "object" && value !== null);
const word = <T extends string>() => z.custom<T>((value) => typeof value === "string");

const line = z.object({
  id: z.string(),
  texts: z.object({
    name: text,
    whatYouNeed: z.optional(z.nullable(text)),
    setUp: z.optional(z.nullable(text)),
    steps: z.array(text),
    breathing: z.optional(z.nullable(text)),
    commonMistake: z.optional(z.nullable(text)),
    stopIf: z.optional(z.nullable(text)),
    textAlternative: z.optional(z.nullable(text)),
  }),
  /** The record itself, whether it ships or is the clinic's own: the phone has no library. */
  figure: orNull(z.object({ record: asMade<FigureRecord>() })),
  dosage: z.pipe(
    dosageSchema,
    z.transform((dosage): Dosage => dosage),
  ),
  noteToPatient: orNull(z.string()),
  /** It stays under a hold that leaves easy activity open. */
  isEasy: z.boolean(),
  /** Of `plan.today.day`: the latest of each session. */
  marks: z.array(orNull(word<Outcome>())),
  /** The last day on which gate and review, as everything stood when the plan was made, let it be shown; never after it. */
  shownThrough: day,
});

/**
 * What a phone keeps so that its patient can go on without network: answered by `GET /api/offline-plan`, stored in IndexedDB, bound to the person.
 * Only what Today shows: a line that is held back is never in it.
 */
export const offlinePlanSchema = z.object({
  /** Raised when the shape changes: a plan of another format counts as none. */
  format: z.literal(1),
  /** The account. */
  person: z.object({ userId: z.string(), name: z.string() }),
  madeAt: instant,
  /** When the phone asked for it, by its own clock: it adds this, to know how wrong its clock is. */
  askedAt: z.optional(instant),
  clinic: z.object({
    name: z.string(),
    timeZone: z.string(),
    phone: z.string(),
    emergencyNumber: z.string(),
    /** The staffed line for somebody who thinks of self-harm; null: the question is not asked. */
    crisisPhone: orNull(z.string()),
  }),
  /** As Today stood on `day`; its exercises are `lines`. */
  today: z.object({
    day,
    startOn: day,
    daysSince: z.number(),
    countsFrom: z.enum(["surgery", "injection", "pathway"]),
    phase: orNull(z.object({ n: z.number(), count: z.number(), name: text })),
    hold: orNull(
      z.object({
        isEmergency: z.boolean(),
        checkInId: orNull(z.string()),
        isSuspension: z.boolean(),
        easyActivityAllowed: z.boolean(),
        caller: orNull(z.string()),
        callBy: orNull(instant),
        placed: orNull(z.object({ by: z.string(), cause: word<(typeof holdCauses)[number]>() })),
      }),
    ),
    checkIns: z.array(
      z.object({ id: z.string(), stage: z.enum(stages), level: z.enum(triageLevels), reportedAt: z.optional(instant) }),
    ),
    /** What was told after yesterday's and today's sessions, and the clinic's hours until it is asked again. */
    told: z.array(
      z.object({
        onDay: day,
        stage: z.enum(stages),
        at: z.number(),
        toldOn: day,
        hours: orNull(z.number()),
      }),
    ),
    fewHours: z.number(),
  }),
  /** In the order of the program, those of other days of the week among them. */
  lines: z.array(line),
  /** What `lib/check-in` needs to ask, and to judge by the same rules. */
  judging: z.object({
    episode: z.object({
      protocolId: z.string(),
      procedureType: z.enum(procedureTypes),
      region: z.enum(triageRegions),
      technique: z.string(),
      procedureDate: day,
    }),
    /** With the clinic's numbers. */
    content: asMade<ShippedTriage>(),
    settings: asMade<ClinicalSettings>(),
    /** Oldest first, those of today among them, without those entered in error. */
    earlier: z.array(
      z.object({
        id: z.string(),
        onDay: day,
        stage: z.enum(stages),
        answers: z.record(z.string(), answer),
        level: z.enum(triageLevels),
      }),
    ),
  }),
  /** What the emergency screen tells hospital staff. */
  about: z.object({
    person: z.object({ name: z.string(), bornOn: day }),
    treatment: z.object({
      procedureType: z.enum(procedureTypes),
      levels: z.array(z.string()),
      technique: z.string(),
      on: day,
      surgeon: z.string(),
    }),
  }),
});
export type OfflinePlan = z.output<typeof offlinePlanSchema>;
export type PlannedLine = OfflinePlan["lines"][number];
