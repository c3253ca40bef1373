import { beforeAll, describe, expect, it } from "vitest";
import { Denied, Invalid } from "@/lib/errors";
import { explainLine } from "@/lib/records/programs/explain-line";
import { loadProgram } from "@/lib/records/programs/load-program";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { dismissSeveral } from "@/lib/records/proposals/dismiss-several";
import { loadProposals } from "@/lib/records/proposals/load-proposals";
import { proposeWeek } from "@/lib/records/proposals/run-week";
import { signSeveral } from "@/lib/records/proposals/sign-several";
import {
  aClinic,
  acting,
  asActor,
  aTherapist,
  testPassword,
  type TestClinic,
  type TestUser,
} from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { order } from "../restrictions/given";
import { actsOf, aProposal, aQuietWeek, heldByReport, rowsOf, statesOf, todayOf, type Trained } from "./given";

let clinic: TestClinic;
let therapist: TestUser;
beforeAll(async () => {
  clinic = await aClinic();
  therapist = await aTherapist(clinic);
});

const read = ({ program }: Trained, version = 1) => ({ programId: program.id, version, follows: 1 });
const password = testPassword;

describe("signing several drafts of the product", () => {
  it("signs each on its own and says what became of each: a conflict, a refusal and a person's draft keep no other from it", async () => {
    const [signed, changed, refused, own] = await Promise.all([
      aProposal(clinic, therapist),
      aProposal(clinic, therapist),
      aProposal(clinic, therapist),
      aQuietWeek(clinic, therapist),
    ]);
    await reopenDraft(asActor(therapist), own.program.id);
    const { draft } = await loadProgram(asActor(therapist), changed.patient.id);
    const byHand: Record<string, object> = { "dead-bug": { reps: 7 }, "walk-brisk": { durationMin: 30 } };
    const lines = (draft?.lines ?? []).map((line) =>
      line.phase === 4 ? { ...line, dosage: { ...line.dosage, ...byHand[line.exercise] } } : line,
    );
    await saveDraft(asActor(therapist), { ...read(changed), startPhase: 4, lines });
    // Ordered after the week's end: a line of the draft cannot be signed any more.
    await order(refused, { kind: "no-lifting" });
    const drafts = [read(changed), read(refused), read(own), read(signed)];
    expect(await signSeveral(asActor(therapist), { drafts, password })).toMatchObject([
      { programId: changed.program.id, outcome: "changed" },
      { programId: refused.program.id, outcome: "refused", reason: "blockedLines" },
      { programId: own.program.id, outcome: "gone" },
      { programId: signed.program.id, outcome: "done", number: 2 },
    ]);
    expect(await statesOf(signed)).toMatchObject([{ state: "accepted" }, { state: "accepted" }]);
    expect(await rowsOf("dosage_proposal", signed)).toMatchObject([{ settled_by_id: therapist.id }, {}, {}, {}, {}]);
    expect(await actsOf(signed)).toEqual(["program.draft", "proposal.make", "program.sign"]);
    for (const of of [changed, refused])
      expect(await statesOf(of)).toMatchObject([{ state: "open" }, { state: "open" }]);
    const page = await loadProgram(asActor(therapist), signed.patient.id);
    const walk = page.signedLines.find(({ exercise, phase }) => exercise === "walk-brisk" && phase === 4);
    expect(walk?.dosage.durationMin).toBe(35);
    // What was changed before it was signed is edited; what was put back was not taken on.
    expect(await signSeveral(asActor(therapist), { drafts: [read(changed, 2)], password })).toMatchObject([
      { outcome: "done" },
    ]);
    expect(await statesOf(changed)).toMatchObject([
      { exercise: "walk-brisk", state: "superseded", reason: "revision" },
      { exercise: "dead-bug", state: "edited" },
    ]);
    const line = await acting(therapist, (tx) =>
      tx.prescribedExercise.findFirstOrThrow({
        where: { patientId: changed.patient.id, exerciseCode: "dead-bug", phase: 4, revision: { number: 2 } },
      }),
    );
    expect((await explainLine(asActor(therapist), changed.patient.id, 2, line.id)).proposals).toMatchObject([
      { change: "increase", state: "edited", toDosage: { reps: 8 }, checkIns: [{ level: "NORMAL_SORENESS" }] },
    ]);
  });

  it("does not know another team's or clinic's draft, and is refused to the wrong role and the wrong password: nothing is written", async () => {
    const of = await aProposal(clinic, therapist);
    const before = await rowsOf("program_draft", of);
    const drafts = [read(of)];
    const foreign = await aTherapist(await aClinic());
    for (const actor of [await aTherapist(clinic), foreign]) {
      expect(await signSeveral(asActor(actor), { drafts, password })).toMatchObject([{ outcome: "gone" }]);
      expect(await dismissSeveral(asActor(actor), { drafts, reason: "No." })).toMatchObject([{ outcome: "gone" }]);
    }
    await expect(signSeveral(asActor(of.surgeon), { drafts, password })).rejects.toThrow(Denied);
    await expect(dismissSeveral(asActor(of.surgeon), { drafts, reason: "No." })).rejects.toThrow(Denied);
    await expect(signSeveral(asActor(therapist), { drafts, password: "wrong" })).rejects.toThrow(Invalid);
    expect(await rowsOf("program_draft", of)).toEqual(before);
    expect(await rowsOf("dismissed_draft", of)).toEqual([]);
    expect(await statesOf(of)).toMatchObject([{ state: "open" }, { state: "open" }]);
  });
});

describe("dismissing several", () => {
  it("keeps what was drafted with the reason, and the week is not proposed again", async () => {
    const of = await aProposal(clinic, therapist);
    const [draft] = await rowsOf("program_draft", of);
    const reason = "She travels next week.";
    const dismissed = { drafts: [read(of, 2), read(of)], reason };
    expect(await dismissSeveral(asActor(therapist), dismissed)).toMatchObject([
      { outcome: "changed" },
      { outcome: "done" },
    ]);
    expect(await rowsOf("program_draft", of)).toEqual([]);
    expect(await rowsOf("dismissed_draft", of)).toMatchObject([
      { reason, dismissed_by_id: therapist.id, lines: draft?.["lines"], proposed: draft?.["proposed"] },
    ]);
    expect(await statesOf(of)).toMatchObject([
      { state: "dismissed", reason },
      { state: "dismissed", reason },
    ]);
    expect((await actsOf(of)).at(-1)).toBe("proposal.dismiss");
    await proposeWeek(clinic.id, of.program.id, todayOf(clinic));
    expect(await rowsOf("program_draft", of)).toEqual([]);
    // Another draft of the same revision is another one to read, and the week stays dismissed for the lines that it brings.
    await reopenDraft(asActor(therapist), of.program.id);
    expect(await rowsOf("program_draft", of)).toMatchObject([{ version: 2 }]);
    const stale = dismissSeveral(asActor(therapist), { drafts: [read(of)], reason });
    expect(await stale).toMatchObject([{ outcome: "changed" }]);
    const back = acting(therapist, (tx) =>
      tx.programDraft.updateMany({ where: { programId: of.program.id }, data: { version: 1 } }),
    );
    await expect(back).rejects.toThrow("versions of drafts are counted up");
    const sign = { programId: of.program.id, version: 2, follows: 1, askFor: [], question: "", password };
    await signRevision(asActor(therapist), sign);
    await proposeWeek(clinic.id, of.program.id, todayOf(clinic));
    expect(await rowsOf("program_draft", of)).toEqual([]);
  });
});

describe("the list of what the product drafted", () => {
  it("has each draft with its reason, changes and findings, in the same few queries whatever their number", async () => {
    const reader = await aTherapist(clinic);
    const first = await aProposal(clinic, reader);
    const few = await queriesOf(() => loadProposals(asActor(reader), null));
    await aProposal(clinic, reader);
    expect(await queriesOf(() => loadProposals(asActor(reader), null))).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
    const { items, total, next } = await loadProposals(asActor(reader), null);
    expect([total, next]).toEqual([2, null]);
    expect(items[0]).toMatchObject({
      ...{ patientId: first.patient.id, version: 1, follows: 1, editedBy: null, isSignable: true, verdict: "caution" },
      proposed: { kind: "dosage", lines: [{ exercise: "walk-brisk" }, { exercise: "dead-bug" }] },
      changes: [{ keys: ["durationMin"] }, { keys: ["reps"] }],
    });
    await expect(loadProposals(asActor(first.surgeon), null)).rejects.toThrow(Denied);
  });
});

describe("the database's own view of a proposal", () => {
  it("lets it be settled once, by whoever may, and nothing grow on hold (PW040, PW041, PW042)", async () => {
    const of = await aProposal(clinic, therapist);
    const [row] = await rowsOf("dosage_proposal", of);
    const id = String(row?.["id"]);
    const refusal = (by: TestUser, sql: string) =>
      acting(by, (tx) => tx.$executeRawUnsafe(sql)).then(
        () => "taken",
        (error: unknown) =>
          /PW\d+|permission denied|settled_as_its_state/.exec(JSON.stringify(error) + String(error))?.[0],
      );
    const set = (values: string) => `UPDATE dosage_proposal SET ${values} WHERE id = '${id}'`;
    const settled = "settled_at = now(), settled_by_id";
    expect(await refusal(therapist, set("to_dosage = '{}'"))).toBe("permission denied");
    expect(await refusal(therapist, set("state = 'kept'"))).toBe("PW040");
    expect(await refusal(therapist, set(`state = 'accepted', ${settled} = '${therapist.id}'`))).toBe("PW040");
    expect(await refusal(of.surgeon, set(`state = 'dismissed', ${settled} = '${of.surgeon.id}', reason = 'r'`))).toBe(
      "PW042",
    );
    expect(await refusal(of.surgeon, set(`state = 'dismissed', ${settled} = '${therapist.id}', reason = 'r'`))).toBe(
      "PW042",
    );
    expect(await refusal(therapist, `DELETE FROM dosage_proposal WHERE id = '${id}'`)).toBe("permission denied");
    const again = (line: string, change: string, to: string) =>
      `INSERT INTO dosage_proposal (clinic_id, program_id, patient_id, line_id, week, from_dosage, to_dosage, change, because, source, check_in_ids,
         settings_version, state)
       SELECT clinic_id, program_id, patient_id, ${line}, week - 7, from_dosage, '${to}', '${change}', because, source, check_in_ids, 0, 'open'
       FROM dosage_proposal WHERE id = '${id}'`;
    expect(await refusal(therapist, again("line_id", "reduce", '{"durationMin": 31}'))).toBe("PW041");
    expect(await refusal(therapist, again("line_id", "increase", '{"durationMin": 29}'))).toBe("PW041");
    const later =
      "(SELECT id FROM prescribed_exercise l WHERE l.patient_id = dosage_proposal.patient_id AND l.phase = 5 LIMIT 1)";
    expect(await refusal(therapist, again(later, "increase", '{"durationMin": 35}'))).toBe("PW041");
    await heldByReport(of);
    expect(await refusal(therapist, again("line_id", "increase", '{"durationMin": 35}'))).toBe("PW041");
    expect(await refusal(therapist, again("line_id", "reduce", '{"durationMin": 20}'))).toBe("taken");
    expect(await refusal(therapist, set(`state = 'dismissed', ${settled} = '${therapist.id}', reason = 'r'`))).toBe(
      "PW040",
    );
  });
});
