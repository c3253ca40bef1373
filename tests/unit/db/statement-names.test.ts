import { expect, test } from "vitest";
import { statementNames } from "@/lib/db/statement-names";

const asked = (nameOf: ReturnType<typeof statementNames>, sql: string, times: number): string[] =>
  Array.from({ length: times }, () => nameOf({ sql }));

test("a text that comes again and again has one name, and no other text has it", () => {
  const nameOf = statementNames();
  const [often, rare] = [asked(nameOf, "SELECT 1", 7), asked(nameOf, "SELECT 2", 4)];
  expect(often).toEqual(["", "", "", "", often[6], often[6], often[6]]);
  expect(often[6]).not.toBe("");
  expect(rare).toEqual(["", "", "", ""]);
  expect(nameOf({ sql: "SELECT 2" })).not.toBe(often[6]);
});

test("statements of ever new texts do not fill the database's memory", () => {
  const nameOf = statementNames();
  const last = Array.from({ length: 300 }, (_, n) => asked(nameOf, `SELECT ${n}`, 6).at(-1));
  expect(new Set(last.filter(Boolean)).size).toBe(100);
});
