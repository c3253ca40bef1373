import { parseArgs } from "node:util";
import { Client } from "pg";
import { z } from "zod";
import { roles } from "@/lib/access/actor";
import { closeConnections } from "@/lib/db/client";
import { inClinic } from "@/lib/db/in-clinic";
import { emergencyNumberOf } from "@/lib/records/clinics/emergency-number";
import { openClinic } from "@/lib/records/clinics/open-clinic";
import { addPerson, newFirstPassword } from "@/lib/records/people/add-person";
import { orRefuse, Refusal, say } from "./lib/say.js";

const usage = `Usage: npm run open-clinic -- --name "Harborview Spine" --time-zone America/Chicago --country US \\
  --phone "(555) 555-0100" [--emergency-number 911] [--mass-unit kg|lb] \\
  --person "therapist|robin@harborview.example|Robin Plover|Robin Plover, PT" --person "surgeon|…" --person "administrator|…"
The emergency number is the country's unless you give one. Needs DATABASE_URL (the application's role), MIGRATE_DATABASE_URL (the owner's) and NEXTAUTH_SECRET. Prints each person's first password once.`;

const given = z.strictObject({
  name: z.string().trim().min(1, "--name is missing"),
  "time-zone": z
    .string("--time-zone is missing")
    .refine(isTimeZone, "--time-zone must be an IANA name such as America/Chicago"),
  country: z.string("--country is missing").regex(/^[A-Z]{2}$/, "--country must be two capital letters such as US"),
  "emergency-number": z.string().min(2, "--emergency-number must be a number that people dial").optional(),
  phone: z.string("--phone is missing").min(3),
  "mass-unit": z.enum(["kg", "lb"], "--mass-unit must be kg or lb").default("kg"),
  person: z
    .array(
      z
        .string()
        .transform((text) => text.split("|").map((part) => part.trim()))
        .pipe(
          z.tuple(
            [z.enum(roles).exclude(["patient"]), z.string().min(3), z.string().min(1), z.string().min(1)],
            "--person must be role|sign-in name|name|name as signed",
          ),
        ),
      "--person is missing: name at least one",
    )
    .min(1, "--person is missing: name at least one"),
});

await orRefuse(async () => {
  const owner = new Client({ connectionString: process.env["MIGRATE_DATABASE_URL"] });
  const clinic = read();
  await owner.connect();
  try {
    const clinicId = await openClinic(
      {
        name: clinic.name,
        timeZone: clinic["time-zone"],
        country: clinic.country,
        emergencyNumber: clinic["emergency-number"],
        phone: clinic.phone,
        massUnit: clinic["mass-unit"],
        isDemo: false,
      },
      owner,
    );
    say(`Opened ${clinic.name}. First passwords, shown only now:`);
    for (const [role, signInName, displayName, printedName] of clinic.person) {
      const { firstPassword, passwordHash } = await newFirstPassword();
      await inClinic({ clinicId, userId: "", role: "owner", patientId: null }, (tx) =>
        addPerson(tx, clinicId, { role, signInName, displayName, printedName, locale: "en" }, passwordHash),
      );
      process.stdout.write(`${role}\t${signInName.toLowerCase()}\t${firstPassword}\n`);
    }
  } finally {
    await owner.end();
    await closeConnections();
  }
});

function read(): z.output<typeof given> {
  try {
    const { values } = parseArgs({
      options: {
        name: { type: "string" },
        "time-zone": { type: "string" },
        country: { type: "string" },
        "emergency-number": { type: "string" },
        phone: { type: "string" },
        "mass-unit": { type: "string" },
        person: { type: "string", multiple: true },
        help: { type: "boolean" },
      },
    });
    const { help, ...clinic } = values;
    if (help) throw new Refusal(usage);
    return withNumber(given.parse(clinic));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = error instanceof z.ZodError ? error.issues.map(({ message }) => message).join("\n") : String(error);
    throw new Refusal(`${why}\n\n${usage}`);
  }
}

/** A number that nobody checked would stand on every emergency screen: without one for the country, somebody must say it. */
function withNumber(clinic: z.output<typeof given>): z.output<typeof given> {
  if (clinic["emergency-number"] === undefined && emergencyNumberOf(clinic.country) === null) {
    throw new Refusal(
      `No emergency number is known for ${clinic.country}: say with --emergency-number what brings an ambulance there.`,
    );
  }
  return clinic;
}

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC";
}
