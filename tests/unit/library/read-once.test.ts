import { expect, test, vi } from "vitest";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { readOnce } from "@/lib/records/library/read-once";

const schema = z.strictObject({ tags: z.array(z.string()) });
const of = (name: string) => ({ id: `row of ${name}`, hash: name });

/** A library whose rows say their own name; it counts what it is asked for. */
function aLibrary(most: number, said: (name: string) => unknown = (name) => ({ tags: [name] })) {
  const asked = vi.fn<(ids: string[]) => void>();
  const read = readOnce(schema, (ids) => Prisma.sql`${ids}`, most);
  const ask = ({ values: [ids] }: Prisma.Sql) => {
    const wanted = z.array(z.string()).parse(ids);
    asked(wanted);
    return Promise.resolve(wanted.map((id) => ({ ...of(id.slice(7)), said: said(id.slice(7)) })));
  };
  const all = async (...names: string[]) => {
    const rows = await read(ask, names.map(of));
    return names.map((name) => rows(of(name).id));
  };
  return { all, asked, read, ask };
}

test("each text is sent and read once, and what many share cannot be changed", async () => {
  const { all, asked } = aLibrary(10);
  const [first] = await all("a");
  expect((await all("a", "b"))[0]).toBe(first);
  expect(await all("b")).toEqual([{ tags: ["b"] }]);
  expect(asked.mock.calls.flat()).toEqual([["row of a"], ["row of b"]]);
  expect(() => first?.tags.push("c")).toThrow(TypeError);
});

test("a row that says something else is asked for again, and one that is not there is told", async () => {
  const { read, ask, asked } = aLibrary(10);
  await read(ask, [of("a")]);
  await read(ask, [{ ...of("a"), hash: "later" }]);
  expect(asked).toHaveBeenCalledTimes(2);
  const none = await read(() => Promise.resolve([]), [of("gone")]);
  expect(() => none("row of gone")).toThrow("no such row");
});

test("what the schema refuses is refused each time", async () => {
  for (const wrong of [{ tags: [1] }, { tags: [], more: 1 }, null]) {
    const { all } = aLibrary(10, () => wrong);
    await expect(all("a")).rejects.toThrow();
    await expect(all("a")).rejects.toThrow();
  }
});

test("no more than so many are kept, the least recently used goes first", async () => {
  const { all, asked } = aLibrary(2);
  for (const name of ["a", "b", "a", "c", "a"]) await all(name);
  expect(asked.mock.calls.flat(2)).toEqual(["row of a", "row of b", "row of c"]);
  await all("b");
  expect(asked.mock.calls.flat(2)).toEqual(["row of a", "row of b", "row of c", "row of b"]);
});
