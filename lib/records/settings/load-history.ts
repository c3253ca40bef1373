import { z } from "zod";
import type { SettingValues } from "@/lib/clinical/settings/entry";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { readSettings, settingsOfClinic, type CurrentSettings } from "./current-settings";
import { areDefaultsReviewed } from "./reviews";

/** What one version changed of a number; null: as shipped. */
export type SettingChange = { id: string; from: number | null; to: number | null };
export type SettingsVersion = {
  number: number;
  at: string;
  by: string;
  reason: string;
  changes: SettingChange[];
  /** Of the staffed line: null where it stayed as it was. */
  crisisLine: "on" | "changed" | "off" | null;
};
/** A clinician's signature that the numbers were reviewed. */
export type Review = { role: "therapist" | "surgeon"; by: string; at: string; settingsVersion: number };

export type SettingsRecord = {
  current: CurrentSettings;
  /** Newest first, the last 20. */
  versions: SettingsVersion[];
  reviews: Review[];
  areDefaultsReviewed: boolean;
};

const shown = 20;
const instant = z.string().transform((at) => new Date(at).toISOString());
const row = z.strictObject({
  current: z.unknown(),
  versions: z.array(
    z.strictObject({
      number: z.number(),
      values: z.record(z.string(), z.number()),
      crisisPhone: z.string().nullable(),
      reason: z.string(),
      at: instant,
      by: z.string(),
    }),
  ),
  reviews: z.array(
    z.strictObject({
      role: z.enum(["therapist", "surgeon"]),
      by: z.string(),
      at: instant,
      settingsVersion: z.number(),
    }),
  ),
  areDefaultsReviewed: z.boolean(),
});
type Stored = z.output<typeof row>["versions"][number];

/** The clinic's numbers as they stand, how they came to be, and who has reviewed them. One query. */
export async function loadSettingsRecord(tx: Tx, clinicId: string): Promise<SettingsRecord> {
  const own = Prisma.sql`${clinicId}::uuid`;
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT ${settingsOfClinic(own)} AS current, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'values', v.values, 'crisisPhone', v.crisis_phone, 'reason', v.reason,
        'at', v.changed_at, 'by', u.printed_name) ORDER BY v.number DESC), '[]')
      FROM (SELECT * FROM clinic_settings WHERE clinic_id = ${own} ORDER BY number DESC LIMIT ${shown + 1}) AS v
      JOIN clinic_user u ON u.clinic_id = v.clinic_id AND u.id = v.changed_by_id
    ) AS versions, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'by', r.signed_name, 'at', r.signed_at,
        'settingsVersion', r.settings_version) ORDER BY r.signed_at), '[]')
      FROM defaults_review r WHERE r.clinic_id = ${own}
    ) AS reviews, ${areDefaultsReviewed(own)} AS "areDefaultsReviewed"`;
  const { current, versions, ...rest } = row.parse(found);
  return {
    ...rest,
    current: readSettings(current),
    versions: versions.slice(0, shown).map((version, index) => versionOf(version, versions[index + 1])),
  };
}

function versionOf(
  { number, at, by, reason, values, crisisPhone }: Stored,
  before: Stored | undefined,
): SettingsVersion {
  return {
    ...{ number, at, by, reason },
    changes: changesOf(before?.values ?? {}, values),
    crisisLine: lineOf(before?.crisisPhone ?? null, crisisPhone),
  };
}

function changesOf(before: SettingValues, now: SettingValues): SettingChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return ids.map((id) => ({ id, from: before[id] ?? null, to: now[id] ?? null })).filter(({ from, to }) => from !== to);
}

function lineOf(before: string | null, now: string | null): SettingsVersion["crisisLine"] {
  if (before === now) return null;
  if (now === null) return "off";
  return before === null ? "on" : "changed";
}
