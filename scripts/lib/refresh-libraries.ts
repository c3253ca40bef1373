import { Client } from "pg";
import { refreshLibraries, type Refreshed } from "@/lib/records/clinics/refresh-library";

/** After the migrations: every clinic has what the product ships now. */
export async function refreshClinicLibraries(ownerUrl: string): Promise<Refreshed> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await refreshLibraries(owner);
  } finally {
    await owner.end();
  }
}

/** `2 exercises, 1 protocol …` of what was brought; empty when nothing was. */
export function refreshedInWords(refreshed: Refreshed): string {
  return Object.entries(refreshed)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${String(count)} ${what}`)
    .join(", ");
}
