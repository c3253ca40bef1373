import { describe, expect, it } from "vitest";
import { Denied, NotFound } from "@/lib/errors";
import { loadSource, loadSources } from "@/lib/records/library/load-sources";
import { loadContent } from "@/prisma/content/load";
import { aClinic, anAdministrator, aPatient, asActor, aTherapist } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";

describe("the sources", () => {
  it("lists every source that ships, with what rests on it, in one query", async () => {
    const therapist = asActor(await aTherapist(await aClinic()));
    const result = await loadSources(therapist);
    expect(result.sources.map(({ id }) => id).toSorted()).toEqual(Object.keys(loadContent().sources).toSorted());
    expect(result.sources.find(({ id }) => id === "SEED2")?.resting).toBeGreaterThan(10);
    expect(result.unverified.find(({ kind }) => kind === "exercise")).toMatchObject({ unverified: 114, all: 114 });
    expect(await queriesOf(() => loadSources(therapist))).toBe(1);
  });

  it("shows one with everything that names it", async () => {
    const clinic = await aClinic();
    const { things, href } = await loadSource(asActor(await anAdministrator(clinic)), "POULTER-LF");
    expect(href).toMatch(/^https:/);
    const { href: bare } = await loadSource(asActor(await anAdministrator(clinic)), "KHAN-2021");
    expect(bare).toBeNull();
    expect(things.every(({ sources }) => sources.includes("POULTER-LF"))).toBe(true);
    expect(new Set(things.map(({ kind }) => kind))).toContain("phase");
  });

  it("answers an id that is none as what does not exist", async () => {
    const therapist = asActor(await aTherapist(await aClinic()));
    await expect(loadSource(therapist, "NOBODY")).rejects.toBeInstanceOf(NotFound);
    await expect(loadSource(therapist, "toString")).rejects.toBeInstanceOf(NotFound);
  });

  it("is not a patient's page", async () => {
    const { user } = await aPatient(await aClinic());
    await expect(loadSources(asActor(user))).rejects.toBeInstanceOf(Denied);
  });
});
