import { Client } from "pg";
import { closeConnections, connections } from "@/lib/db/client";
import { openClinic, type NewClinic } from "@/lib/records/clinics/open-clinic";
import { loadContent } from "./content/load";
import { makeDemo } from "./demo/make-demo";
import { signInNameOf } from "./demo/write-people";

const demoClinic = {
  name: "Lakeside Spine Clinic",
  timeZone: "America/Chicago",
  country: "US",
  emergencyNumber: "911",
  phone: "(555) 555-0100",
  massUnit: "kg",
  isDemo: true,
} satisfies NewClinic;

/** In milliseconds; longer than any story of the demo. */
const threeYears = 3 * 365 * 24 * 3_600_000;

try {
  await seed();
} finally {
  await closeConnections();
}

/** Creates the demo clinic on the embedded database, once. */
async function seed(): Promise<void> {
  if (process.env["PHASEWISE_EMBEDDED"] !== "1") {
    console.error("The demo clinic is made on the embedded database only: run `npm start` without DATABASE_URL.");
    process.exitCode = 1;
    return;
  }
  const { rowCount } = await connections().pool.query("SELECT 1 FROM find_sign_in_name($1)", [signInNameOf("priya")]);
  if (rowCount) return;
  const content = loadContent();
  await makeDemo({ id: await openAsOwner(), ...demoClinic }, content);
}

async function openAsOwner(): Promise<string> {
  const owner = new Client({ connectionString: process.env["MIGRATE_DATABASE_URL"] });
  await owner.connect();
  try {
    return await openClinic({ ...demoClinic, openedAt: new Date(Date.now() - threeYears) }, owner);
  } finally {
    await owner.end();
  }
}
