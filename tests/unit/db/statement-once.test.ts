import { describe, expect, it, vi } from "vitest";
import { Prisma } from "@/lib/db/generated/client";
import { statementOnce } from "@/lib/db/statement-once";

type Values = { clinicId: string; day: string };

describe("a statement that is made once", () => {
  it("given other values, when it is asked again, then its text is the same and was put together once", () => {
    const make = vi.fn(({ clinicId, day }: Values) => {
      const lines = Prisma.sql`SELECT 1 FROM line WHERE clinic_id = ${clinicId}::uuid LIMIT ${3}`;
      return Prisma.sql`${day}::date ${lines} ${day}::date - ${7}::int ${clinicId}::uuid`;
    });
    const asked = statementOnce<Values>(["clinicId", "day"], make);

    const [first, second] = [asked({ clinicId: "a", day: "2026-11-22" }), asked({ clinicId: "b", day: "2026-11-23" })];

    expect(first.text).toBe(
      "$2::date SELECT 1 FROM line WHERE clinic_id = $1::uuid LIMIT $3 $2::date - $4::int $1::uuid",
    );
    expect(first.values).toEqual(["a", "2026-11-22", 3, 7]);
    expect(second).toEqual({ text: first.text, values: ["b", "2026-11-23", 3, 7] });
    expect(make).toHaveBeenCalledOnce();
  });

  it("given a value that is reckoned with before it stands in the statement, then it says which one is missing", () => {
    const asked = statementOnce<Values>(
      ["clinicId", "day"],
      ({ clinicId, day }) => Prisma.sql`${clinicId} ${day.length}`,
    );

    expect(() => asked({ clinicId: "a", day: "2026-11-22" })).toThrow("not in the statement: day");
  });

  it.each<[string, (standIns: Values) => Prisma.Sql]>([
    ["a value made of it", ({ clinicId, day }) => Prisma.sql`${clinicId} ${day} ${[`${day}!`]}`],
    ["its text", ({ clinicId, day }) => Prisma.sql`${clinicId} ${day} ${Prisma.raw(day)}`],
  ])("given a value that stands there and %s as well, then it refuses", (_, make) => {
    const asked = statementOnce<Values>(["clinicId", "day"], make);

    expect(() => asked({ clinicId: "a", day: "2026-11-22" })).toThrow("is changed in the statement");
  });
});
