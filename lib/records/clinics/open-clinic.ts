import type { ClientBase } from "pg";
import { v7 as newId } from "uuid";
import { Invalid } from "@/lib/errors";
import { emergencyNumberOf } from "./emergency-number";
import { shippedLibrary } from "./shipped-library";
import { copyLibrary, type ShippedLibrary } from "./copy-library";

export type NewClinic = {
  name: string;
  /** IANA name. */
  timeZone: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The country's when absent. */
  emergencyNumber?: string | undefined;
  phone: string;
  massUnit: "kg" | "lb";
  /** A demo clinic may have people who enter by one click; nothing else makes one later. */
  isDemo: boolean;
  /** Since when its templates stand; now when absent. The demo clinic is older than the stories told in it. */
  openedAt?: Date | undefined;
};

/**
 * Opens a clinic with its own copy of the shipped library, in one transaction, and answers its id.
 * @throws {Invalid} on `emergencyNumber` when none is given and the content names none for the country
 * @param db a connection as the owner of the tables: the application's role may not make clinics
 */
export async function openClinic(
  clinic: NewClinic,
  db: ClientBase,
  library: ShippedLibrary = shippedLibrary(),
): Promise<string> {
  const emergencyNumber = clinic.emergencyNumber ?? emergencyNumberOf(clinic.country);
  if (emergencyNumber === null) throw new Invalid({ emergencyNumber: "countryUnknown" });
  const clinicId = newId();
  await db.query("BEGIN");
  try {
    await db.query("SELECT set_config('app.clinic_id', $1, true)", [clinicId]);
    await db.query(
      `INSERT INTO clinic (id, name, time_zone, country, emergency_number, phone, mass_unit, is_demo)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        clinicId,
        clinic.name,
        clinic.timeZone,
        clinic.country,
        emergencyNumber,
        clinic.phone,
        clinic.massUnit,
        clinic.isDemo,
      ],
    );
    await copyLibrary(clinicId, library, (sql, json) => db.query(sql, [json]), undefined, clinic.openedAt);
    await db.query(
      `INSERT INTO audit_event (clinic_id, actor_role, act, subject_kind, subject_id, request_id)
       VALUES ($1, 'owner', 'clinic.open', 'clinic', $2, $3)`,
      [clinicId, clinicId, newId()],
    );
    await db.query("COMMIT");
    return clinicId;
  } catch (error) {
    await db.query("ROLLBACK");
    throw error;
  }
}
