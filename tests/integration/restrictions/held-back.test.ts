import { beforeAll, describe, expect, it } from "vitest";
import { acknowledgeAlert } from "@/lib/records/alerts/acknowledge-alert";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { aClinic, asActor, type TestClinic } from "@/tests/support/factories";
import { endEvery, inPhaseTwo, order, rowsOf } from "./given";

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

describe("a restriction that meets signed lines", () => {
  it("names them, tells the therapist and drafts a revision without them that says where it came from", async () => {
    const of = await inPhaseTwo(clinic);
    const { met, hasDraft } = await order(of, { kind: "no-bending", region: "LUMBAR", untilPhase: 3 });
    expect(met.map(({ exercise, isClosed }) => [exercise, isClosed])).toEqual([
      ["pelvic-tilt", true],
      ["single-knee-to-chest", true],
    ]);
    expect(hasDraft).toBe(true);
    expect(await rowsOf("alert", of)).toMatchObject([
      { cause: "restriction-ordered", owner_id: of.therapist.id, state: "open" },
    ]);
    const [draft] = await rowsOf("program_draft", of);
    expect(draft).toMatchObject({
      changed_by_id: of.surgeon.id,
      proposed: {
        kind: "restriction",
        restrictions: [{ kind: "no-bending", region: "LUMBAR", kg: null, minutes: null }],
        leftOut: [
          { exercise: "pelvic-tilt", phase: 2 },
          { exercise: "single-knee-to-chest", phase: 2 },
        ],
      },
    });
    expect(JSON.stringify(draft?.["lines"])).not.toContain("pelvic-tilt");
    expect(JSON.stringify(draft?.["lines"])).toContain("recumbent-bike");
    const page = await loadEpisode(asActor(of.therapist), of.patient.id);
    expect(page.met.map(({ exercise }) => exercise)).toEqual(["pelvic-tilt", "single-knee-to-chest"]);
    await endEvery(of);
    expect((await loadEpisode(asActor(of.therapist), of.patient.id)).met).toEqual([]);
  });

  it("tells the therapist again after they have taken the first on", async () => {
    const of = await inPhaseTwo(clinic);
    await order(of, { kind: "no-bending" });
    const [alert] = await rowsOf("alert", of);
    await acknowledgeAlert(asActor(of.therapist), { alertId: alert?.id ?? "", version: 1 });
    await order(of, { kind: "no-extension" });
    expect(await rowsOf("alert", of)).toMatchObject([
      { id: alert?.id, state: "open", acknowledged_at: null, version: 3 },
    ]);
  });

  it("leaves a draft that is open alone, and a line that only waits unnamed", async () => {
    const of = await inPhaseTwo(clinic);
    await reopenDraft(asActor(of.therapist), of.programId);
    const before = await rowsOf("program_draft", of);
    expect(await order(of, { kind: "no-bending" })).toMatchObject({ hasDraft: false });
    expect(await rowsOf("program_draft", of)).toEqual(before);
    // The pool line waits for a clearance of its own; the restriction ends with it.
    expect(await order(of, { kind: "no-impact", untilPhase: 4 })).toEqual({ met: [], hasDraft: false });
  });
});
