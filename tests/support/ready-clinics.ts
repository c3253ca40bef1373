import { Client } from "pg";
import { openClinic, type NewClinic } from "@/lib/records/clinics/open-clinic";
import { shippedLibrary } from "@/lib/records/clinics/shipped-library";

/** The protocols that most tests are about: a clinic with all nine takes three times as long to open. */
const fewProtocols: ReadonlySet<string> = new Set(["fusion-lumbar", "injection-epidural", "fbss"]);
const whole = shippedLibrary();
const few = { ...whole, protocols: whole.protocols.filter(({ facts }) => fewProtocols.has(facts.id)) };

/** As many as most test files ask for: opening one takes as long as the rest of a test. */
const count = 8;
const inWaiting: NewClinic = {
  name: "A clinic in waiting",
  timeZone: "America/Chicago",
  country: "US",
  emergencyNumber: "911",
  phone: "(555) 555-0100",
  massUnit: "kg",
  isDemo: false,
};

/** Opens clinics in the template database, so that every clone has them; their ids go to the workers in TEST_READY_CLINICS. */
export async function openReadyClinics(ownerUrl: string): Promise<void> {
  process.env["TEST_READY_CLINICS"] = await asOwner(ownerUrl, async (owner) => {
    const ids: string[] = [];
    while (ids.length < count) ids.push(await openClinic(inWaiting, owner, few));
    return ids.join();
  });
}

let waiting: string[] | undefined;

/** Each test file begins with all of them. */
export function restock(): void {
  waiting = undefined;
}

/** A clinic with few protocols of the shipped library, or with the whole of it: one that waits, under its new name, else opened now. */
export async function openForTest(
  ownerUrl: string | undefined,
  clinic: NewClinic,
  library: "few" | "whole",
): Promise<string> {
  waiting ??= process.env["TEST_READY_CLINICS"]?.split(",") ?? [];
  const id = library === "few" && !clinic.isDemo ? waiting.pop() : undefined;
  return asOwner(ownerUrl, (owner) =>
    id === undefined ? openClinic(clinic, owner, library === "few" ? few : whole) : rename(owner, id, clinic),
  );
}

async function rename(owner: Client, id: string, clinic: NewClinic): Promise<string> {
  await owner.query("SELECT set_config('app.clinic_id', $1, false)", [id]);
  const { rowCount } = await owner.query(
    "UPDATE clinic SET name = $2, time_zone = $3, country = $4, emergency_number = $5, phone = $6, mass_unit = $7 WHERE id = $1",
    [id, clinic.name, clinic.timeZone, clinic.country, clinic.emergencyNumber, clinic.phone, clinic.massUnit],
  );
  if (rowCount !== 1) throw new Error(`the ready clinic ${id} is not there`);
  return id;
}

async function asOwner<T>(ownerUrl: string | undefined, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
