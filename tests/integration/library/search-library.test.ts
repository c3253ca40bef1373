import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Denied } from "@/lib/errors";
import { markFavourite } from "@/lib/records/library/mark-favourite";
import { searchLibrary } from "@/lib/records/library/search-library";
import { mostFound, searchLibrarySchema } from "@/lib/schemas/library";
import {
  aClinic,
  anAdministrator,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  type TestUser,
} from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";

const clinic = await aClinic();
const therapist = await aTherapist(clinic);
const search = (text: string, filters: object = {}, actor = asActor(therapist)) =>
  searchLibrary(actor, searchLibrarySchema.parse({ text, filters }));
const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code);

/** Makes a shipped exercise one of the clinic's own, past the rules by which clinicians write theirs. */
async function makeOwn(owner: TestUser, code: string, name: string, isRetired: boolean): Promise<void> {
  const client = await aDatabase().superuser.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      `UPDATE exercise SET origin = 'clinic', code = 'own-' || code, changed_by_id = $3, changed_at = now(),
         facts = facts || jsonb_build_object('id', 'own-' || code, 'basis', 'background, unverified'),
         texts = jsonb_set(texts, '{name,en}', to_jsonb($4::text)), retired_at = CASE WHEN $5 THEN now() END
       WHERE clinic_id = $1 AND code = $2`,
      [owner.clinic.id, code, owner.id, name, isRetired],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

describe("a search of the library", () => {
  it.each([
    ["the whole name", "Gentle bridge", "bridge"],
    ["the whole name in capitals", "HEEL SLIDE", "heel-slide"],
    ["the beginning of a name", "heel sl", "heel-slide"],
    ["the beginning of a later word", "slid heel", "heel-slide"],
    ["the name in the other language", "Deslizar el talón", "heel-slide"],
    ["Spanish without its accents", "deslizar el talon", "heel-slide"],
    ["Spanish with one accent too many", "puénte suave", "bridge"],
    ["a synonym", "glute bridge", "bridge"],
    ["a Spanish synonym without its accent", "puente de gluteos", "bridge"],
    ["another form of the word", "bridges gentle", "bridge"],
    ["one slip in Spanish", "deslisar el talon", "heel-slide"],
    ["two slips", "hel slyde", "heel-slide"],
    ["two slips in a long name", "diafragmatic brething", "diaphragmatic-breathing"],
    ["signs between the words", "heel/slide!", "heel-slide"],
  ])("finds by %s first", async (_, text, code) => {
    expect(codes(await search(text))[0]).toBe(code);
  });

  it.each([
    ["brigde", "bridge"],
    ["clamshel", "clamshell"],
    ["bird dgo", "bird-dog"],
    ["rowin band", "band-row"],
  ])("finds %j among the first five", async (text, code) => {
    expect(codes(await search(text)).slice(0, 5)).toContain(code);
  });

  it("finds by region, equipment and category in either language, after the names", async () => {
    const pool = codes(await search("piscina"));
    expect(pool).toContain("aquatic-core");
    const balance = await search("equilibrio");
    expect(balance.length).toBeGreaterThanOrEqual(3);
    expect(balance.some(({ category }) => category === "BALANCE")).toBe(true);
    const hips = await search("hip");
    const [first, last] = [hips[0], hips.at(-1)];
    expect(first?.name.en.toLowerCase()).toContain("hip");
    expect(last?.bodyRegion.en).toContain("hip");
  });

  it("brings what is merely alike only where little else answers, and nothing for nonsense", async () => {
    expect(codes(await search("bridge")).every((code) => !code.includes("slide"))).toBe(true);
    expect(await search("xqzw vvkj")).toEqual([]);
    expect(await search("!!")).toEqual([]);
  });

  it("takes whatever a keyboard gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
        const input = searchLibrarySchema.safeParse({ text, filters: {} });
        if (input.success) await searchLibrary(asActor(therapist), input.data);
      }),
      { numRuns: 150, examples: [["'"], ["a:* & !b | (c"], ["\\"], ["%_"], ["ñ½ª̈"], ["<->"]] },
    );
  });

  it("lists everything without words, by the name in the reader's language", async () => {
    const english = await search("");
    expect(english.length).toBeGreaterThan(100);
    const spanish = await search("", {}, { ...asActor(therapist), locale: "es" });
    const names = spanish.map(({ name }) => name.es);
    expect(names).not.toEqual(english.map(({ name }) => name.es));
    expect(new Set(codes(spanish))).toEqual(new Set(codes(english)));
  });

  it.each([
    [{ category: "BALANCE" }, (row: Row) => row.category === "BALANCE"],
    [{ bodyRegion: "hip" }, (row: Row) => row.bodyRegion.en.split("/").includes("hip")],
    [{ position: "prone" }, (row: Row) => row.position === "prone"],
    [{ tag: "ROTATION" }, (row: Row) => row.tags.some(({ tag }) => tag === "ROTATION")],
    [{ equipment: "chair" }, (row: Row) => row.equipment.some(({ en }) => en === "chair")],
    [
      { position: "supine", tag: "NEUTRAL_SPINE", equipment: "mat" },
      (row: Row) =>
        row.position === "supine" &&
        row.tags.some(({ tag }) => tag === "NEUTRAL_SPINE") &&
        row.equipment.some(({ en }) => en === "mat"),
    ],
  ])("keeps to the filters %j, all of them and only them", async (filters, passes) => {
    const all = await search("");
    expect(codes(await search("", filters)).sort()).toEqual(codes(all.filter(passes)).sort());
    expect(all.filter(passes).length).toBeGreaterThan(0);
  });

  it("filters what words find", async () => {
    const found = await search("bridge", { category: "CORE" });
    expect(found.every(({ category }) => category === "CORE")).toBe(true);
    expect(await search("heel slide", { position: "water" })).toEqual([]);
  });

  it("never finds what is retired, nor what another clinic has", async () => {
    const owner = await aTherapist(await aClinic());
    const actor = asActor(owner);
    await makeOwn(owner, "cat-camel", "Lion stretch", true);
    await makeOwn(owner, "dead-bug", "Zebra stretch", false);
    for (const text of ["", "lion stretch", "cat camel"]) {
      expect(codes(await search(text, {}, actor))).not.toContain("own-cat-camel");
    }
    expect(await search("zebra", {}, actor)).toMatchObject([{ code: "own-dead-bug", isOwn: true }]);
    expect(codes(await search("zebra stretch"))).not.toContain("own-dead-bug");
  });

  it("puts one's own first among equals, and nobody else's", async () => {
    const [one, other] = [await aTherapist(clinic), await aTherapist(clinic)];
    await markFavourite(asActor(one), { code: "quad-set", isFavourite: true });
    const mine = await search("", {}, asActor(one));
    const favourites = mine.filter(({ isFavourite }) => isFavourite);
    expect(mine.slice(0, favourites.length)).toEqual(favourites);
    expect(codes(await search("", { mine: "favourite" }, asActor(one)))).toContain("quad-set");
    expect(await search("", { mine: "favourite" }, asActor(other))).toEqual([]);
    expect(codes(await search("heel slide", {}, asActor(one)))[0]).toBe("heel-slide");
  });

  it("is for clinicians and administrators", async () => {
    const { user } = await aPatient(clinic);
    await expect(search("", {}, asActor(user))).rejects.toThrow(Denied);
    const administrator = asActor(await anAdministrator(clinic));
    expect((await search("bridge", {}, administrator)).length).toBeGreaterThan(0);
    expect((await search("bridge", {}, asActor(await aSurgeon(clinic)))).length).toBeGreaterThan(0);
  });

  it("of some thousands sends the best few hundred", async () => {
    const large = await aClinic();
    const owner = await aTherapist(large);
    await makeOwn(owner, "dead-bug", "Towel press 0", false);
    const client = await aDatabase().superuser.connect();
    try {
      await client.query("BEGIN");
      await client.query("SET LOCAL session_replication_role = replica");
      await client.query(
        `INSERT INTO exercise (clinic_id, code, facts, texts, origin, changed_by_id, changed_at)
         SELECT clinic_id, 'own-towel-' || n, facts || jsonb_build_object('id', 'own-towel-' || n, 'name', name), texts || jsonb_build_object('name', name),
           origin, changed_by_id, changed_at
         FROM exercise, generate_series(1, 3000) AS n,
           jsonb_build_object('en', 'Towel press ' || n, 'es', 'Presión con toalla ' || n) AS name
         WHERE clinic_id = $1 AND code = 'own-dead-bug'`,
        [large.id],
      );
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    expect(await search("", {}, asActor(owner))).toHaveLength(mostFound);
    const found = await search("towel press 2718", {}, asActor(owner));
    expect([found.length, found[0]?.code]).toEqual([mostFound, "own-towel-2718"]);
    expect(codes(await search("bridge", {}, asActor(owner)))).toContain("bridge");
  });

  it("makes one query, whatever it finds", async () => {
    expect(await queriesOf(() => search(""))).toBe(1);
    expect(await queriesOf(() => search("xqzw"))).toBe(1);
  });
});

type Row = Awaited<ReturnType<typeof search>>[number];

describe("a search for a protocol", () => {
  it("reads no record: every exercise with what it says of that protocol, for whoever asked to judge", async () => {
    const input = searchLibrarySchema.parse({ text: "gentle bridge", filters: {}, for: { protocolId: "fbss" } });
    const [row] = await searchLibrary(asActor(await anAdministrator(clinic)), input);
    expect(row).toMatchObject({ code: "bridge", verdict: null });
    expect(Object.keys(row?.facts.earliest ?? {})).toEqual(["fbss"]);
    expect(searchLibrarySchema.safeParse({ ...input, filters: { open: true } }).success).toBe(false);
  });
});
