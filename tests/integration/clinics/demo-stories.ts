import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { inClinic } from "@/lib/db/in-clinic";
import { loadInbox } from "@/lib/records/clearances/load-inbox";
import { loadOverview, type Overview } from "@/lib/records/patients/load-overview";
import { loadReadiness } from "@/lib/records/readiness/load-readiness";
import { loadWorklist, type WorklistRow } from "@/lib/records/worklist/load-worklist";
import { loadContent } from "@/prisma/content/load";
import { staff, type StaffKey } from "@/prisma/demo/staff";
import { asActor, type TestClinic } from "../../support/factories";
import { aDatabase } from "../../support/test-database";

const { clinical } = loadContent();
const findingsSchema = z.array(z.object({ severity: z.string() }));
const phaseSubjects: ReadonlySet<string> = new Set(["Program start", "Dynamic stabilization phase", "New lift limit"]);
const everybody = { q: "", flag: null, after: null, before: null };
let clinic: TestClinic;
let priya: Actor;
let jonah: Actor;
/** Both therapists' patients, by given name. */
const rows = new Map<string, WorklistRow>();

async function read(made: TestClinic): Promise<void> {
  clinic = made;
  [priya, jonah] = [await actor("priya"), await actor("jonah")];
  for (const therapist of [priya, jonah]) {
    const list = await loadWorklist(therapist, everybody);
    for (const row of list.rows) rows.set(givenName(row), row);
  }
}

async function actor(key: StaffKey): Promise<Actor> {
  const signInName = `${key}@demo.phasewise.example`;
  const { rows: users } = await aDatabase().superuser.query<{ id: string }>(
    "SELECT id FROM clinic_user WHERE clinic_id = $1 AND sign_in_name = $2",
    [clinic.id, signInName],
  );
  const id = users[0]?.id;
  if (id === undefined) throw new Error(`nobody is called ${key}`);
  return asActor({ clinic, id, signInName, ...staff[key], locale: "en", patientId: null });
}

function row(name: string): WorklistRow {
  const found = rows.get(name);
  if (!found) throw new Error(`${name} is on no list`);
  return found;
}

const givenName = ({ name }: WorklistRow) => name.split(" ")[0] ?? "";
const asksFor =
  (cause: string) =>
  ({ alerts }: WorklistRow) =>
    alerts.some((alert) => alert.cause === cause);
const flagged = (is: (row: WorklistRow) => boolean) => [...rows.values()].filter(is).map(givenName).sort();

function meanOf(pain: Overview["pain"]): number {
  const scores = pain.flatMap(({ before }) => before ?? []);
  return scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

async function overviewOf(name: string): Promise<Overview> {
  const id = rows.get(name)?.id ?? "";
  const teams = await Promise.all([priya, jonah].map((therapist) => loadOverview(therapist, id).catch(() => null)));
  const found = teams.find((overview) => overview !== null);
  if (!found) throw new Error(`${name} has no overview`);
  return found;
}

/** What the people of the demo clinic are about. Of a clinic that is made already: making it takes longer than all of this. */
export function describeStories(demo: () => TestClinic): void {
  describe("the demo's stories", () => {
    beforeAll(() => read(demo()));

    test("24 patients are on the two therapists' lists, each list on one page", () => {
      expect(rows.size).toBe(24);
    });

    test("every protocol, every kind of procedure and every treated part of the spine has a patient", async () => {
      const { rows: found } = await aDatabase().superuser.query<
        Record<"protocols" | "procedures" | "regions", string[]>
      >(
        `SELECT array_agg(DISTINCT protocol_id) AS protocols, array_agg(DISTINCT procedure_type) AS procedures,
       array_agg(DISTINCT region) AS regions FROM episode WHERE clinic_id = $1`,
        [clinic.id],
      );
      expect(found[0]?.protocols.sort()).toEqual(Object.keys(clinical.protocols).sort());
      expect(found[0]?.procedures.sort()).toEqual(["fusion", "hardware", "injection", "lumbar"]);
      expect(found[0]?.regions.sort()).toEqual(["CERVICAL", "LUMBAR", "THORACOLUMBAR"]);
    });

    describe("on the worklist", () => {
      test.each<[string, (row: WorklistRow) => boolean, string[]]>([
        ["pain rises", ({ flags }) => flags.painRising, ["Bryony", "Juniper"]],
        [
          "a hold is open",
          ({ flags }) => flags.onHold && !flags.suspended,
          ["Bryony", "Cedric", "Juniper", "Magnolia"],
        ],
        ["the program is suspended", ({ flags }) => flags.suspended, ["Basil"]],
        ["nothing is heard for days", ({ flags }) => (flags.silent ?? 0) >= 5, ["Ambrose", "Jacinto"]],
        ["the next phase may begin", ({ flags }) => flags.ready !== null, ["Ottilie", "Sorrel"]],
        ["the program waits for its first signature", ({ phase }) => phase === null, ["Clementine"]],
        ["the daily review asks who is silent", asksFor("no-checkin"), ["Ambrose", "Jacinto"]],
        ["an injection has not helped by day 14", asksFor("injection-no-benefit"), ["Aurelia"]],
        ["the surgeon is asked to tell what follows", asksFor("injection-no-benefit:surgeon"), ["Aurelia"]],
        ["persistent pain is no better after week 6", asksFor("fbss-reevaluation"), ["Verbena"]],
        ["persistent pain is no better after week 12", asksFor("fbss-reevaluation:surgeon"), ["Linden"]],
        ["the surgeon's decision is not read yet", asksFor("clearance-decided"), ["Basil", "Tobias"]],
        ["a clearance ends within a week", asksFor("clearance-ending"), ["Ambrose", "Rosario", "Silvan"]],
        ["Spanish is spoken", ({ locale }) => locale === "es", ["Guadalupe", "Jacinto", "Rosario"]],
      ])("%s", (_, is, names) => {
        expect(flagged(is)).toEqual(names);
      });

      test("who is on hold, silent or in persistent pain is not offered as ready", () => {
        const { flags } = row("Verbena");
        expect(flags.ready).toBeNull();
        expect(row("Bryony").flags.ready).toBeNull();
      });
    });

    test("clearances for a phase and for activities wait with each surgeon", async () => {
      for (const key of ["elias", "noor"] as const) {
        const { items } = await loadInbox(await actor(key), { view: "waiting", after: null, clearanceId: null });
        const subjects = items.map(({ subject }) => subject.en);
        expect(subjects.length).toBeGreaterThanOrEqual(3);
        expect(subjects.some((name) => phaseSubjects.has(name))).toBe(true);
        expect(subjects.some((name) => !phaseSubjects.has(name))).toBe(true);
      }
    });

    test("Iris is not ready: some criteria are met, some are not, of some nothing is known", async () => {
      const { program } = await loadReadiness(jonah, row("Iris").id);
      const asked = program?.phases.find(({ isAsked }) => isAsked)?.criteria ?? [];
      const states = Object.fromEntries(asked.map(({ id, state }) => [id, state]));
      expect(program).toMatchObject({ ready: false, next: 4 });
      expect(states).toMatchObject({
        ...{ minDay: "met", nprsAvg7dMax: "met", adherencePct: "met", "clearance:CERVICAL_ROTATION_ROM": "met" },
        ...{ "clearance:LIFT_LIMIT_UPDATE": "unmet", "functional:NDI": "unmet", fusionEvidence: "unknown" },
      });
    });

    test.each(["Ottilie", "Sorrel"])("%s meets every criterion of phase 4", async (name) => {
      const { program } = await loadReadiness(priya, row(name).id);
      const asked = program?.phases.find(({ isAsked }) => isAsked)?.criteria;
      expect(asked?.filter(({ state }) => state !== "met")).toEqual([]);
      expect(program).toMatchObject({ ready: true, currentPhase: 3, next: 4 });
    });

    describe("in the overviews", () => {
      test.each([
        ["Tobias", 6, 6],
        ["Hazel", 5, 5],
      ])("%s has gone through all phases up to %i of %i", async (name, phase, of) => {
        const { stretches, currentPhase, phases } = await overviewOf(name);
        expect([currentPhase, phases.length]).toEqual([phase, of]);
        expect(stretches.map(({ n }) => n)).toEqual(Array.from({ length: phase }, (_, index) => index + 1));
      });

      test("no phase begins before its day or while a hold is open, and nobody reports from the future", async () => {
        for (const name of rows.keys()) {
          const { stretches, phases, shiftDays, holds, pain, day } = await overviewOf(name);
          for (const { n, fromDay } of stretches) {
            const start = phases.find((phase) => phase.n === n)?.dayStart ?? Infinity;
            expect(fromDay, `${name}, phase ${n}`).toBeGreaterThanOrEqual(start + (n >= 3 ? shiftDays : 0));
            const isHeld = holds.some((hold) => hold.fromDay < fromDay && (hold.toDay ?? Infinity) > fromDay);
            expect(isHeld, `${name}, phase ${n}`).toBe(false);
          }
          expect(pain.every((point) => point.day >= 0 && point.day <= day)).toBe(true);
        }
      });

      test("a surgeon's shift moves Rowan's third phase by four weeks", async () => {
        expect(await overviewOf("Rowan")).toMatchObject({ shiftDays: 28, currentPhase: 2, day: 68 });
      });

      test("days of persistent pain count from the pathway's start, past its checkpoints without less pain", async () => {
        for (const [name, week] of [
          ["Verbena", 6],
          ["Linden", 12],
        ] as const) {
          const { isPathway, day, pain } = await overviewOf(name);
          expect(isPathway).toBe(true);
          expect(day).toBeGreaterThan(week * 7);
          expect(meanOf(pain.slice(0, 7)) - meanOf(pain.slice(-7))).toBeLessThan(1);
        }
      });

      test("Aurelia's pain two weeks after the injection is about what it was", async () => {
        const { pain, day } = await overviewOf("Aurelia");
        expect(day).toBeGreaterThan(14);
        expect(pain[0]?.before).toBe(6);
        expect(meanOf(pain.filter((point) => point.day > 7 && point.day <= 14))).toBeGreaterThan(4.2);
      });
    });

    test("Magnolia follows the pathway and the limits of the earlier fusion", async () => {
      const found = await inClinic(priya, (tx) =>
        tx.alsoProtocol.findMany({ where: { patientId: row("Magnolia").id, endedAt: null } }),
      );
      expect(found.map(({ protocolId, phase }) => [protocolId, phase])).toEqual([["fusion-lumbar", 5]]);
    });

    test("no line was signed that the rules forbid, and none of walking needed a reason", async () => {
      const lines = await inClinic(priya, (tx) => tx.prescribedExercise.findMany());
      expect(lines.length).toBeGreaterThan(1000);
      for (const { heldBackUntil, findings, overrideReason, exerciseCode } of lines) {
        const severities = findingsSchema.parse(findings).map(({ severity }) => severity);
        if (heldBackUntil === null) expect(severities).not.toContain("block");
        if (severities.includes("override")) expect(overrideReason).not.toBeNull();
        if (exerciseCode.startsWith("walk-")) expect(overrideReason).toBeNull();
      }
    });
  });
}
