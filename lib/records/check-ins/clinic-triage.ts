import type { Pool } from "pg";
import { repliesWith } from "@/lib/clinical/settings/with-settings";
import { withParameters } from "@/lib/clinical/triage-parameters";
import { connections } from "@/lib/db/client";
import type { CurrentSettings } from "@/lib/records/settings/current-settings";
import type { ShippedTriage } from "@/lib/schemas/content/triage";
import { shippedTriage } from "./shipped-triage";

/** By database and clinic, the content with the numbers of the version that was asked for last. */
const made = new WeakMap<Pool, Map<string, { version: number; content: ShippedTriage }>>();

/** What `triage` reads, with the clinic's numbers in its conditions and its times to reply; made once per version. */
export function clinicTriage(clinicId: string, { version, triage, values }: CurrentSettings): ShippedTriage {
  const { pool } = connections();
  const ofClinics = made.get(pool) ?? new Map<string, { version: number; content: ShippedTriage }>();
  made.set(pool, ofClinics);
  const known = ofClinics.get(clinicId);
  if (known?.version === version) return known.content;
  const content = version === 0 ? shippedTriage() : repliesWith(values, withParameters(shippedTriage(), triage));
  ofClinics.set(clinicId, { version, content });
  return content;
}

/** The question about self-harm: asked only where somebody of the clinic answers at once. */
export function asksAboutMood({ crisisPhone }: Pick<CurrentSettings, "crisisPhone">): boolean {
  return crisisPhone !== null;
}
