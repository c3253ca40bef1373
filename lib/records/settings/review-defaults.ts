import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { databaseCode, inClinic } from "@/lib/db/in-clinic";
import { Conflict, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { sign } from "@/lib/records/signature";
import type { ReviewDefaultsInput } from "@/lib/schemas/settings";
import { loadCatalog } from "./catalog";
import { loadSettings } from "./current-settings";

/**
 * Signs for the actor's own role that the clinic's clinicians reviewed its numbers: the digest covers every number as it stands in this version.
 * @throws {Invalid} on `password` when it is not theirs
 * @throws {Conflict} on `settings` when the version is no longer the one that was read
 * @throws {Refused} when somebody of the role has signed already
 */
export async function reviewDefaults(
  actor: Actor,
  input: ReviewDefaultsInput,
  now: Date = new Date(),
): Promise<{ role: string }> {
  requirePermission(actor, "defaults.review");
  await confirmIdentity(actor, input.password);
  const { clinicId, userId: signedById, role } = actor;
  try {
    return await inClinic(actor, async (tx) => {
      const { version: settingsVersion, values: own } = await loadSettings(tx, clinicId);
      if (settingsVersion !== input.version) throw new Conflict("settings", { version: settingsVersion });
      const { entries } = await loadCatalog(tx, clinicId);
      const values = Object.fromEntries(entries.map(({ id, value }) => [id, own[id] ?? value]));
      const {
        printedName: signedName,
        meaning,
        sha256,
      } = sign(actor, "reviewed the defaults", { clinicId, role, settingsVersion, values }, now);
      const data = { clinicId, role, settingsVersion, signedById, signedName, signedAt: now, meaning, sha256 };
      await tx.defaultsReview.create({ data });
      await recordAct(tx, actor, "defaults.review", { kind: "settings", id: String(settingsVersion) });
      return { role };
    });
  } catch (error) {
    const code = databaseCode(error);
    if (code === "P2002") throw new Refused("alreadyReviewed");
    // The numbers were changed while they were signed for.
    if (code === "PW015") throw new Conflict("settings", null);
    throw error;
  }
}
