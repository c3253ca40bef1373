import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, asActor, type TestPatient } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { today } from "../clearances/given";
import { endEvery, inPhaseTwo, order, readableBy, type Given } from "./given";

/** As if the days had gone by: the triggers rest, nobody's clock is turned. */
async function aged(of: TestPatient, change: string): Promise<void> {
  const { superuser } = aDatabase();
  await superuser.query("ALTER TABLE restriction DISABLE TRIGGER USER");
  await superuser.query(`UPDATE restriction SET ${change} WHERE patient_id = $1 AND ended_at IS NULL`, [of.patient.id]);
  await superuser.query("ALTER TABLE restriction ENABLE TRIGGER USER");
}

let of: Awaited<ReturnType<typeof inPhaseTwo>>;
let all: string[];
beforeAll(async () => {
  of = await inPhaseTwo(await aClinic());
  await aGrantedClearance(of, "SWIM_POOL");
  all = await readableBy(of);
});

describe("the patient's list", () => {
  it.each<[Given, string[]]>([
    [{ kind: "no-bending", region: "LUMBAR" }, ["pelvic-tilt", "single-knee-to-chest"]],
    [{ kind: "no-extension" }, ["pelvic-tilt"]],
    [{ kind: "sit-limit", minutes: 9 }, ["recumbent-bike"]],
    [{ kind: "sit-limit", minutes: 10 }, []],
    [{ kind: "brace" }, ["water-walking"]],
    [{ kind: "no-bending", region: "CERVICAL" }, []],
    [{ kind: "driving" }, []],
  ])("loses what %j meets in the transaction that orders it, and has it again when it ends", async (given, closed) => {
    expect(all).toEqual(expect.arrayContaining(closed));
    await order(of, given);
    expect(await readableBy(of)).toEqual(all.filter((code) => !closed.includes(code)));
    await endEvery(of);
    expect(await readableBy(of)).toEqual(all);
  });

  it("has it again after the restriction's last day at the clinic's midnight, with its phase and by its clearance", async () => {
    const without = all.filter((code) => code !== "water-walking");
    await order(of, { kind: "no-immersion", untilDate: today(of) });
    expect(await readableBy(of)).toEqual(without);
    await aged(of, `until_date = '${addDays(today(of), -1)}'`);
    expect(await readableBy(of)).toEqual(all);
    await endEvery(of);
    await order(of, { kind: "no-immersion", untilPhase: 3 });
    expect(await readableBy(of)).toEqual(without);
    await aged(of, "until_phase = 2");
    expect(await readableBy(of)).toEqual(all);
    await endEvery(of);
    await order(of, { kind: "no-immersion", untilClearance: "SPORT_SPECIFIC" });
    // An activity opens the key for itself; the restriction goes with the key.
    await aGrantedClearance(of, "golf");
    expect(await readableBy(of)).toEqual(without);
    const { met } = await loadEpisode(asActor(of.therapist), of.patient.id);
    expect(met.map(({ exercise }) => exercise)).toEqual(["water-walking"]);
    await aGrantedClearance(of, "SPORT_SPECIFIC");
    expect(await readableBy(of)).toEqual(all);
  });
});
