import { z } from "zod";
import { settingParts } from "@/lib/clinical/settings/entry";
import { words } from "./words";

/** The version of the settings that was read; 0: as shipped. */
const readSettingsVersion = z.coerce.number("badId").int("badId").min(0, "badId").max(2_147_483_647, "badId");
const settingId = z.string().min(1, "badId").max(120, "badId");
const reason = words(1000, { multiline: true }).min(1, "required");

/** A number as it is typed, with a point or a comma; whether it can stand is the catalog's to say. */
const typedNumber = words(12)
  .min(1, "required")
  .regex(/^-?\d{1,6}([.,]\d{1,3})?$/, "numberNeeded")
  .transform((text) => Number(text.replace(",", ".")));

/** The numbers of one view with what is typed in each; those named in `reset` go back to what ships. */
export const changeSettingsSchema = z.strictObject({
  version: readSettingsVersion,
  reason,
  values: z.record(settingId, typedNumber),
  reset: z.array(settingId).max(2000, "tooMany"),
});
export type ChangeSettingsInput = z.output<typeof changeSettingsSchema> & {
  /** Left alone when absent. */
  crisisPhone?: string | null;
};

/** The staffed line for somebody who thinks of self-harm; nothing typed switches the question off. */
export const crisisLineSchema = z
  .strictObject({
    version: readSettingsVersion,
    reason,
    crisisPhone: words(40).regex(/^([+(\d][\d ()+.-]{2,})?$/, "badPhone"),
    /** Given by a person: somebody of the clinic answers this line day and night. */
    isStaffed: z.boolean(),
  })
  .superRefine(({ crisisPhone, isStaffed }, context) => {
    if (crisisPhone !== "" && !isStaffed) {
      context.addIssue({ code: "custom", path: ["isStaffed"], message: "staffedNeeded" });
    }
  });

/** Signs that the numbers of this version were reviewed. */
export const reviewDefaultsSchema = z.strictObject({
  version: readSettingsVersion,
  password: z.string().min(1, "required").max(1024, "tooLong"),
});
export type ReviewDefaultsInput = z.output<typeof reviewDefaultsSchema>;

/** What the settings page shows; anything else in the address counts as its beginning. */
export const settingsQuerySchema = z.object({
  part: z.enum(settingParts).catch("rule"),
  /** A protocol's id, in the parts that go by protocol. */
  protocol: z.string().max(60).nullable().catch(null),
  /** Part of a name; found in every part. */
  q: words(80).catch(""),
});
export type SettingsQuery = z.output<typeof settingsQuerySchema>;
