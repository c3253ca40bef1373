import { expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { Invalid } from "@/lib/errors";
import { loadUsual } from "@/lib/records/clearances/load-usual";
import { addProtocol } from "@/lib/records/episodes/add-protocol";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { setTimeline } from "@/lib/records/episodes/set-timeline";
import { loadAllowed } from "@/lib/records/today/load-allowed";
import { aClinic, aPatient, asActor } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { aRequest, decided, rowsOf, today } from "./given";

it("is the same day for the evidence, the set and the patient, as late as every protocol and the surgeon's timeline make it", async () => {
  // Fifteen weeks after a fusion, after which swimming typically begins on day 98, in phase 4.
  const of = await aPatient(await aClinic({ library: "whole" }), { weeks: 15 });
  const { clearanceId } = await aRequest(of, "swimming");
  const surgeon = asActor(of.surgeon);
  const patientId = of.patient.id;
  const everywhere = async () => {
    const { lines } = await loadUsual(surgeon, { patientId, week: 52 });
    const line = lines.find(({ subjectId }) => subjectId === "swimming");
    const { yes, ask, notYet } = await loadAllowed(asActor(of.user));
    const own = [...yes, ...ask, ...notYet].find(({ id }) => id === "swimming");
    return [line?.evidence.time.typical?.day, line?.typicalDay, line?.start.on, own?.notBefore];
  };
  expect(await everywhere()).toEqual([98, 98, addDays(today(of), -7), null]);

  const followed = { protocolId: "fbss", anchorOn: addDays(today(of), -21), reason: "Pain stayed." };
  await addProtocol(surgeon, { patientId, ...followed });
  const inAWeek = addDays(today(of), 7);
  expect(await everywhere()).toEqual([112, 112, inAWeek, inAWeek]);
  await expect(decided(of, { clearanceId, reason: null })).rejects.toEqual(new Invalid({ reason: "reasonForEarly" }));

  const { version } = await loadEpisode(surgeon, patientId);
  await setTimeline(surgeon, { patientId, version, factors: [], shiftDays: 42, reason: "Heals slowly." });
  const inFiveWeeks = addDays(today(of), 35);
  expect(await everywhere()).toEqual([140, 140, inFiveWeeks, inFiveWeeks]);
  expect(await rowsOf("clearance_decision", patientId)).toEqual([]);

  // As of an own version without a third phase: it moves what the protocol moves.
  await aDatabase().superuser.query(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE template_version v SET facts = v.facts || '{"isOwn": true, "shiftsFrom": 42}'
      || jsonb_build_object('phases', jsonb_path_query_array(v.facts, '$.phases[*] ? (@.n < 3)'))
    FROM template t WHERE t.clinic_id = v.clinic_id AND t.id = v.template_id AND t.protocol_id = 'fusion-lumbar' AND t.clinic_id = '${of.clinic.id}'; COMMIT`);
  expect(await everywhere()).toEqual([140, 140, inFiveWeeks, inFiveWeeks]);
});
