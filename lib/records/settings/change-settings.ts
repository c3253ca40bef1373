import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { problemsOf } from "@/lib/clinical/settings/check-values";
import type { SettingEntry, SettingValues } from "@/lib/clinical/settings/entry";
import { databaseCode, inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { canonicalJson } from "@/lib/records/canonical-json";
import type { ChangeSettingsInput } from "@/lib/schemas/settings";
import { loadCatalog } from "./catalog";
import { loadSettings } from "./current-settings";

/**
 * Makes the next version of the clinic's numbers, with a reason. A number that is set back to what ships is no longer the clinic's own.
 * @returns the new version
 * @throws {Conflict} on `settings` when somebody else changed them since they were read
 * @throws {Invalid} on `values.<id>` for a number that cannot stand
 * @throws {Refused} when nothing would change
 */
export async function changeSettings(actor: Actor, input: ChangeSettingsInput): Promise<{ version: number }> {
  requirePermission(actor, "settings.change");
  const { clinicId, userId: changedById } = actor;
  return orConflict(() =>
    inClinic(actor, async (tx) => {
      const current = await loadSettings(tx, clinicId);
      if (current.version !== input.version) throw new Conflict("settings", { version: current.version });
      const { entries } = await loadCatalog(tx, clinicId);
      const values = ownValues(entries, current.values, input);
      const crisisPhone = input.crisisPhone === undefined ? current.crisisPhone : input.crisisPhone;
      const isSame = canonicalJson(values) === canonicalJson(current.values) && crisisPhone === current.crisisPhone;
      if (isSame) throw new Refused("nothingChanged");
      const version = current.version + 1;
      await tx.clinicSettings.create({
        data: { clinicId, number: version, values: { ...values }, crisisPhone, reason: input.reason, changedById },
      });
      await recordAct(tx, actor, "settings.change", { kind: "settings", id: String(version) });
      return { version };
    }),
  );
}

/** Two at once: the database takes one of them. */
async function orConflict<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = databaseCode(error);
    if (code === "P2002" || code === "PW014") throw new Conflict("settings", null);
    throw error;
  }
}

/** What the clinic has set before, with what is set now; a number as shipped is left out. */
function ownValues(
  entries: readonly SettingEntry[],
  before: SettingValues,
  { values, reset }: Pick<ChangeSettingsInput, "values" | "reset">,
): SettingValues {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const unknown = [...Object.keys(values), ...reset].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Invalid(Object.fromEntries(unknown.map((id) => [`values.${id}`, "badId"])));
  const back = new Set(reset);
  const merged = Object.entries({ ...before, ...values }).filter(
    ([id, value]) => !back.has(id) && known.get(id)?.value !== value,
  );
  const own = Object.fromEntries(merged);
  const problems = Object.entries(problemsOf(entries, own));
  if (problems.length > 0) throw new Invalid(Object.fromEntries(problems.map(([id, why]) => [`values.${id}`, why])));
  return own;
}
