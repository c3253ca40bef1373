import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, dateOf } from "@/lib/dates";
import { loadInbox } from "@/lib/records/clearances/load-inbox";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aProgram } from "@/tests/support/program-factories";
import { aDecision, aRequest, decided, rowsOf, today } from "./given";

/** Check-ins before a session, by days ago. */
async function answers(of: TestPatient, given: Record<number, { before?: number; during?: number; level?: string }>) {
  const ids = { clinicId: of.clinic.id, patientId: of.patient.id, episodeId: of.episode.id };
  await acting(of.user, (tx) =>
    tx.checkIn.createMany({
      data: Object.entries(given).map(([ago, { before, during, level = "NORMAL_SORENESS" }]) => ({
        ...ids,
        idempotencyKey: randomUUID(),
        fingerprint: "x",
        stage: "full",
        onDay: dateOf(addDays(today(of), -Number(ago))),
        reportedAt: new Date(Date.now() - Number(ago) * 24 * 3600_000),
        nprsBefore: before ?? null,
        nprsDuring: during ?? null,
        answers: {},
        level,
        fired: [],
        missing: [],
      })),
    }),
  );
}

async function selected(of: TestPatient) {
  const { selected: detail } = await loadInbox(asActor(of.surgeon), {
    view: "waiting",
    after: null,
    clearanceId: null,
  });
  if (!detail) throw new Error("nothing waits");
  return detail;
}

describe("the evidence of a decision", () => {
  it("says what is not known: no answers, no program, no function test, a typical day of the key's exercises", async () => {
    const of = await aPatient(await aClinic(), {
      conditions: ["osteoporosis"],
      restrictions: [{ kind: "lift-limit", limitKg: 4.5 }],
    });
    await aRequest(of);
    const { evidence, outcomes, patient, terms } = await selected(of);
    expect(patient).toMatchObject({ name: `Linden ${of.patient.familyName}`, mrn: of.patient.mrn, locale: "en" });
    expect(outcomes).toEqual(["granted", "limited", "denied", "returned"]);
    expect(evidence).toMatchObject({
      phase: null,
      readiness: null,
      time: { day: 56, typical: { isAvoided: false } },
      pain: { mean: null, meanBefore: null, worstDuring: null, lastAt: null },
      function: [],
      healing: { wound: null, woundReport: null, imaging: null },
      triage: { all: 0, counts: [], last: null },
      conditions: { recorded: ["osteoporosis"], redFlags: { count: 0, last: null }, holds: [], adherencePercent: null },
      inForce: { restrictions: [{ kind: "lift-limit", kg: 4.5, by: of.surgeon.printedName }], clearances: [] },
      opens: { lines: [], phases: [] },
    });
    expect(evidence.time.typical?.day).toBeGreaterThan(0);
    expect(terms).toMatchObject({ fromDay: today(of), maxMinutes: null, maxKg: null });
  });

  it("counts pain by the week, keeps a silent day a gap, and counts red flags since the procedure", async () => {
    const of = await aPatient(await aClinic());
    await aRequest(of);
    await answers(of, {
      20: { before: 9, level: "EMERGENCY" },
      13: { before: 5 },
      7: { before: 4, during: 9 },
      6: { before: 3, during: 4 },
      1: { during: 2 },
      0: { before: 2 },
    });
    const { evidence } = await selected(of);
    expect(evidence.pain).toMatchObject({ mean: 2.5, meanBefore: 4.5, worstDuring: 4 });
    expect(evidence.pain.points).toEqual([5, null, null, null, null, null, 4, 3, null, null, null, null, null, 2]);
    expect(evidence.conditions.redFlags).toEqual({ count: 1, last: addDays(today(of), -20), level: "EMERGENCY" });
    const emergency = { level: "EMERGENCY", on: addDays(today(of), -20) };
    expect(evidence.triage).toEqual({ all: 6, counts: [{ level: "EMERGENCY", count: 1 }], last: emergency });
  });

  it("shows the newest result of each test with the one of an earlier day, the wound by whom, and what the patient says of it", async () => {
    const of = await aPatient(await aClinic());
    const { id: programId, phase } = await aProgram(of);
    const seen = (ago: number, criterion: string, value: unknown, note: string | null = null) =>
      acting(of.therapist, (tx) =>
        tx.criterionEvidence.createMany({
          data: {
            ...{ clinicId: of.clinic.id, programId, patientId: of.patient.id, phase: phase + 1, criterion, note },
            ...{ value: value as number, observedOn: dateOf(addDays(today(of), -ago)), recordedById: of.therapist.id },
          },
        }),
      );
    for (const [ago, result] of [
      [17, 21.4],
      [3, 17.2],
      [3, 16.8],
    ] as const) {
      await seen(ago, "functional:5XSTS", result);
    }
    await seen(2, "walkContinuousMin", 20);
    await seen(30, "woundClosed", true, "Dry since the stitches came out.");
    await answers(of, { 1: { before: 2 } });
    await aRequest(of);
    const by = of.therapist.printedName;
    const on = (ago: number) => addDays(today(of), -ago);
    const { evidence } = await selected(of);
    expect(evidence.function).toMatchObject([
      { criterion: "functional:5XSTS", value: 16.8, by, on: on(3), before: { value: 21.4, on: on(17) } },
      { criterion: "walkContinuousMin", value: 20, unit: "min", before: null },
    ]);
    const note = "Dry since the stitches came out.";
    expect(evidence.healing).toMatchObject({ wound: { isClosed: true, by, on: on(30), note }, imaging: null });
  });

  it("names the signed lines and phases that wait for the key, and fills the limits in from them", async () => {
    const of = await aPatient(await aClinic());
    const program = await aProgram(of);
    const [key] = program.lines.find(({ needsKeys }) => needsKeys.length > 0)?.needsKeys ?? [];
    await aRequest(of, key ?? "");
    const { evidence, terms } = await selected(of);
    const waiting = program.lines.filter(({ needsKeys }) => needsKeys.some((one) => one === key));
    expect(evidence.opens.lines.map(({ code }) => code).toSorted()).toEqual(
      waiting.map(({ exerciseCode }) => exerciseCode).toSorted(),
    );
    expect(evidence.phase).toMatchObject({ n: program.phase });
    expect(evidence.readiness).toMatchObject({ phase: program.phase + 1, ready: false });
    expect(evidence.readiness?.criteria.map(({ id }) => id)).toContain("walkContinuousMin");
    const longest = Math.max(0, ...evidence.opens.lines.map(({ durationMin }) => durationMin ?? 0));
    expect(terms.maxMinutes ?? 0).toBe(longest);
  });
});

describe("the clearance inbox", () => {
  it("shows waiting requests oldest first, to who decides them, in pages, with one read audited for the list and one for the patient", async () => {
    const of = await aPatient(await aClinic());
    const subjects = ["SWIM_POOL", "RUNNING", "OVERHEAD", "PT_SUPERVISED_START"];
    for (const subject of subjects) await aRequest(of, subject);
    const inbox = await loadInbox(asActor(of.surgeon), { view: "waiting", after: null, clearanceId: null });
    expect(inbox.total).toBe(3);
    expect(inbox.items.map(({ askedAt }) => askedAt)).toEqual(inbox.items.map(({ askedAt }) => askedAt).toSorted());
    expect(inbox.selected?.clearanceId).toBe(inbox.items[0]?.clearanceId);
    expect(inbox.next).toBeNull();
    const load = () => loadInbox(asActor(of.surgeon), { view: "waiting", after: null, clearanceId: null });
    expect(await queriesOf(load)).toBeLessThanOrEqual(5);
    const reads = (await rowsOf("audit_event", of.patient.id)).filter(({ act }) => act === "clearance.read");
    expect(reads).toMatchObject([
      { subject_id: inbox.items[0]?.clearanceId, actor_id: of.surgeon.id },
      { subject_id: inbox.items[0]?.clearanceId, actor_id: of.surgeon.id },
    ]);
    const ofTherapist = await loadInbox(asActor(of.therapist), { view: "waiting", after: null, clearanceId: null });
    expect(ofTherapist.total).toBe(1);
    const elsewhere = await aPatient(of.clinic);
    expect(
      (await loadInbox(asActor(elsewhere.surgeon), { view: "waiting", after: null, clearanceId: null })).total,
    ).toBe(0);
    const other = { view: "waiting", after: null, clearanceId: inbox.items[0]?.clearanceId ?? "" } as const;
    await expect(loadInbox(asActor(elsewhere.surgeon), other)).rejects.toMatchObject({ code: "not-found" });
  });

  it("pages by the last row, without losing or repeating one", async () => {
    const clinic = await aClinic();
    const first = await aPatient(clinic);
    const team = [first.therapist, first.surgeon];
    const all = [
      "RUNNING",
      "SWIM_POOL",
      "OVERHEAD",
      "LUMBAR_ROM",
      "LUMBAR_ROTATION",
      "YOGA_PILATES",
      "AEROBIC_MACHINES",
    ];
    for (const of of [first, ...(await Promise.all([1, 2, 3].map(() => aPatient(clinic, { careTeam: team }))))]) {
      for (const subject of all) await aRequest(of, subject);
    }
    const seen: string[] = [];
    for (let after: string | null = null, n = 0; n < 5; n += 1) {
      const page: Awaited<ReturnType<typeof loadInbox>> = await loadInbox(asActor(first.surgeon), {
        view: "waiting",
        after,
        clearanceId: null,
      });
      seen.push(...page.items.map(({ clearanceId }) => clearanceId));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toHaveLength(28);
    expect(new Set(seen).size).toBe(28);
  });

  it("begins at the first page with what is no cursor, in every view", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    const notes = [
      ["2026-99-99 99:99:99+00", clearanceId],
      ["2026-02-30 10:00:00+00", clearanceId],
      ["0000-01-01 10:00:00+00", clearanceId],
      ["2026-02-20 10:00:00\0+00", clearanceId],
      ["2026-02-20 10:00:00+99", clearanceId],
      ["2026-02-20 10:00:00+00", "x"],
      {},
    ];
    const cursors = notes.map((note) => Buffer.from(JSON.stringify(note)).toString("base64url"));
    for (const view of ["waiting", "decided", "expiring"] as const) {
      for (const after of ["xx", "", "\0", ...cursors]) {
        const inbox = await loadInbox(asActor(of.surgeon), { view, after, clearanceId: null });
        expect(inbox.items, after).toHaveLength(view === "waiting" ? 1 : 0);
      }
    }
  });

  it("keeps grants under review apart, and shows what was decided and what ends soon", async () => {
    const of = await aPatient(await aClinic());
    const { clearanceId } = await aRequest(of);
    await decided(of, await aDecision(of, { clearanceId, reviewOn: addDays(today(of), 10) }));
    const view = (name: "waiting" | "decided" | "expiring") =>
      loadInbox(asActor(of.surgeon), { view: name, after: null, clearanceId: null });
    expect((await view("decided")).items).toMatchObject([{ clearanceId, state: "granted" }]);
    expect((await view("expiring")).items).toMatchObject([{ clearanceId, endsOn: addDays(today(of), 10) }]);
    expect((await view("waiting")).selected).toBeNull();
    await acting(of.user, (tx) =>
      tx.clearance.updateMany({ where: { clinicId: of.clinic.id, id: clearanceId }, data: { state: "under-review" } }),
    );
    const waiting = await view("waiting");
    expect(waiting.underReview).toMatchObject([{ clearanceId, state: "under-review" }]);
    expect(waiting.selected).toMatchObject({
      outcomes: ["granted", "limited", "revoked"],
      terms: { fromDay: today(of), reviewOn: addDays(today(of), 10) },
    });
    const later = new Date(Date.now() + 20 * 24 * 3600_000);
    const after = await loadInbox(asActor(of.surgeon), { view: "waiting", after: null, clearanceId }, later);
    expect(after.selected?.terms).toMatchObject({ fromDay: addDays(today(of), 20), reviewOn: null });
  });
});
