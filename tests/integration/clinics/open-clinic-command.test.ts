import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { resumeSession } from "@/lib/access/sessions";
import { signIn } from "@/lib/access/sign-in";
import { aDatabase } from "@/tests/support/test-database";

const clinic = ["--name", "Harborview Spine", "--time-zone", "America/Chicago", "--country", "US"];
const numbers = ["--phone", "(555) 555-0100"];

function command(...given: string[]) {
  const env = { ...process.env, MIGRATE_DATABASE_URL: aDatabase().ownerUrl };
  return spawnSync(process.execPath, ["node_modules/.bin/tsx", "scripts/open-clinic.ts", ...given], {
    env,
    encoding: "utf8",
  });
}

describe("the command that opens a clinic", () => {
  it("opens one that is no demo, whose people sign in with the password that was printed once", async () => {
    const name = `robin-${crypto.randomUUID()}@harborview.example`;
    const { status, stdout } = command(
      ...clinic,
      ...numbers,
      "--person",
      `therapist|${name}|Robin Plover|Robin Plover, PT`,
    );
    expect(status).toBe(0);
    const [role, signInName, password = ""] = stdout.trim().split("\t");
    expect([role, signInName]).toEqual(["therapist", name]);
    const token = await signIn(name, password, "198.51.100.77");
    expect(await resumeSession(token ?? "", crypto.randomUUID())).toMatchObject({
      role: "therapist",
      printedName: "Robin Plover, PT",
      clinic: { name: "Harborview Spine", isDemo: false, emergencyNumber: "911" },
    });
  });

  it("takes the number that is given, and asks for one where the country's is not known", () => {
    const elsewhere = ["--name", "Harborview Spine", "--time-zone", "Africa/Nairobi", "--country", "KE", ...numbers];
    const person = ["--person", `administrator|wren-${crypto.randomUUID()}@harborview.example|Wren|Wren`];
    const asked = command(...elsewhere, ...person);
    expect([asked.status, asked.stdout]).toEqual([1, ""]);
    expect(asked.stderr).toContain("No emergency number is known for KE");
    expect(command(...elsewhere, ...person, "--emergency-number", "999").status).toBe(0);
  });

  it("names everything that is missing and opens nothing", () => {
    const { status, stdout, stderr } = command("--name", "Harborview Spine");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    for (const option of ["--time-zone", "--country", "--phone", "--person"]) {
      expect(stderr).toContain(`${option} is missing`);
    }
  });
});
