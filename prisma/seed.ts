import { Client } from "pg";
import { closeConnections, connections } from "@/lib/db/client";
import { openClinic, type NewClinic } from "@/lib/records/clinics/open-clinic";
import { loadContent } from "./content/load";
import { writeDemo } from "./demo/write-demo";
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
/** On a machine that is busy with its first build. */
const longestMs = 60_000;

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
  const { clinical, triage } = loadContent();
  const id = await openAsOwner();
  await connections().prisma.$transaction(
    (tx) => writeDemo(tx, { id, ...demoClinic }, { clinical, triage }, new Date()),
    {
      timeout: longestMs,
    },
  );
}

async function openAsOwner(): Promise<string> {
  const owner = new Client({ connectionString: process.env["MIGRATE_DATABASE_URL"] });
  await owner.connect();
  try {
    return await openClinic(demoClinic, owner);
  } finally {
    await owner.end();
  }
}
