import { expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { loadUsual } from "@/lib/records/restrictions/load-usual";
import { aClinic, aPatient, asActor } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";

it("offers what is usual today, at admission without what the content leaves to the surgeon, on the episode with it", async () => {
  const of = await aPatient(await aClinic(), { weeks: 1 });
  await aProgram(of);
  const treatment = { region: "LUMBAR", procedureDate: of.episode.procedureDate, pathwayStart: null } as const;
  const given = { ...treatment, templateId: null, protocolId: "fusion-lumbar" };
  const usual = await loadUsual(asActor(of.therapist), given);
  const until = addDays(of.episode.procedureDate, 41);
  expect(usual).toContainEqual(expect.objectContaining({ kind: "lift-limit", kg: 2.3, untilDate: until }));
  expect(usual).toContainEqual(expect.objectContaining({ kind: "no-bending", region: "LUMBAR", untilPhase: 5 }));
  expect(usual.map(({ kind }) => kind)).not.toContain("brace");
  await expect(loadUsual(asActor(of.surgeon), given)).rejects.toThrow(NotFound);
  await expect(loadUsual(asActor(of.therapist), { ...given, protocolId: "none" })).rejects.toThrow(NotFound);
  const page = await loadEpisode(asActor(of.surgeon), of.patient.id);
  expect(page.usual.map(({ terms }) => terms)).toEqual(expect.arrayContaining(usual));
  expect(page.usual.find(({ terms }) => terms.kind === "brace")?.condition?.en).toMatch(/per surgeon/);
  expect(page.ladder.find(({ isNow }) => isNow)).toMatchObject({ kg: 2.3, until });
});
