import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type * as Mini from "zod/mini";
import zodInOne, { askedFor } from "@/scripts/lib/zod-in-one.js";

describe("what a source asks zod/mini for", () => {
  it("is every name, once types are gone", () => {
    const source = `import * as z from "zod/mini";
      export const read = <T extends z.core.SomeType>(inner: T) => z.array(z.nullable(inner)).check(z.maxLength(3));
      export type Read = z.output<ReturnType<typeof read>>;`;
    expect(askedFor(source, "read.ts")).toEqual(["array", "nullable", "maxLength"]);
    expect(askedFor(`import type { output } from "zod/mini"; export type A = output<never>;`, "a.ts")).toEqual([]);
  });

  it("is known in parts of the screen too", () => {
    const source = `import * as z from "zod/mini"; export const Part = () => <p>{z.string().parse("a")}</p>;`;
    expect(askedFor(source, "part.tsx")).toEqual(["string"]);
  });

  it.each([
    ["named", `import { string } from "zod/mini"; export const a = string();`],
    ["under another name", `import * as mini from "zod/mini"; export const a = mini.string();`],
    ["by a name that comes later", `import * as z from "zod/mini"; export const a = (name) => z[name]();`],
    ["taken apart", `import * as z from "zod/mini"; export const { string } = z;`],
    ["fetched later", `export const a = import("zod/mini").then((z) => z.string());`],
    ["handed on", `export * from "zod/mini";`],
  ])("stops the build when it cannot be read: %s", (_, source) => {
    expect(() => askedFor(source, "lib/a.ts")).toThrow("lib/a.ts");
  });
});

describe("zod/mini in one module", () => {
  let text: string;
  let one: typeof Mini;
  beforeAll(async () => {
    text = zodInOne.call({
      resourcePath: createRequire(import.meta.url)
        .resolve("zod/mini")
        .replace(/\.cjs$/, ".js"),
    });
    one = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as typeof Mini;
  });

  it("has what the product asks for, imports nothing and leaves the rest", () => {
    expect(Object.keys(one)).toEqual(expect.arrayContaining(["strictObject", "string", "uuid", "maxLength", "refine"]));
    expect(text).toContain('"$ZodUUID"');
    for (const left of ["ZodIBAN", "ZodTemplateLiteral", "^import "]) expect(text).not.toMatch(new RegExp(left, "m"));
  });

  it("refuses as zod does", () => {
    const schema = one.strictObject({ id: one.uuid("badId"), names: one.array(one.string().check(one.maxLength(2))) });
    const read = schema.safeParse({ id: "1", names: ["abc"], more: 1 });
    expect(read.error?.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["invalid_format", "id"],
      ["too_big", "names.0"],
      ["unrecognized_keys", ""],
    ]);
  });

  it("reads inside the whole zod, which forms have", () => {
    const words = z.string("required").check(one.trim(), one.maxLength(3, "tooLong"));
    const form = z.strictObject({ words, day: one.nullish(one.int("wholeNumber")) });
    expect(form.parse({ words: " abc " })).toEqual({ words: "abc" });
    const refused = form.safeParse({ words: "abcd", day: 1.5 });
    expect(refused.error?.issues.map(({ message }) => message)).toEqual(["tooLong", "wholeNumber"]);
  });
});
