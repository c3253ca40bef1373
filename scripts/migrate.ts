import { applyMigrations } from "./lib/apply-migrations";
import { refreshClinicLibraries, refreshedInWords } from "./lib/refresh-libraries";
import { orRefuse, Refusal, say, step } from "./lib/say.js";

await orRefuse(async () => {
  const url = process.env["MIGRATE_DATABASE_URL"] ?? process.env["DATABASE_URL"];
  if (url === undefined || url === "") {
    throw new Refusal("Say which database to migrate: set MIGRATE_DATABASE_URL to the address with the owner's role.");
  }
  const applied = await step("migrations applied", () => applyMigrations(url));
  say(applied.length === 0 ? "  the database was up to date" : applied.map((name: string) => `    ${name}`).join("\n"));
  const refreshed = refreshedInWords(await step("libraries compared", () => refreshClinicLibraries(url)));
  say(refreshed === "" ? "  every clinic's library was up to date" : `    brought: ${refreshed}`);
});
