import { describe, expect, it } from "vitest";
import { categoriesNamed, searchTerms } from "@/lib/clinical/library-words";
import { libraryQuerySchema, searchLibrarySchema } from "@/lib/schemas/library";

describe("the words of a search", () => {
  it.each([
    ["  Cat-Camel  ", ["cat", "camel"]],
    ["Elevación de TALÓN", ["elevacion", "de", "talon"]],
    ["L4–L5", ["l4", "l5"]],
    ["' & | ! :* ( )", []],
    ["", []],
  ])("of %j are %j", (typed, terms) => {
    expect(searchTerms(typed)).toEqual(terms);
  });

  it.each([
    [["bal"], ["BALANCE"]],
    [["equi"], ["BALANCE"]],
    [["stabil"], ["STATIC_STABILISATION", "DYNAMIC_STABILISATION"]],
    [["estatica", "estab"], ["STATIC_STABILISATION"]],
    [["upper", "fuerza"], []],
    [[], []],
  ])("%j name the categories %j", (terms, found) => {
    expect(categoriesNamed(terms)).toEqual(found);
  });
});

describe("a search", () => {
  it("in an address leaves out what is not understood", () => {
    expect(libraryQuerySchema.parse({ q: ["a", "b"], category: "NO", position: "prone", mine: "", x: "1" })).toEqual({
      ...{ q: "", position: "prone" },
    });
  });

  it.each([
    [{ text: "a".repeat(81), filters: {} }, "text"],
    [{ text: "", filters: { category: "no" } }, "filters.category"],
    [{ text: "", filters: { mine: "theirs" } }, "filters.mine"],
    [{ text: "", filters: { open: true } }, "filters.open"],
    [{ text: "", filters: {}, for: { programId: "no", phase: 1 } }, "for.programId"],
    [{ text: "", filters: {}, for: { programId: crypto.randomUUID(), phase: 0 } }, "for.phase"],
  ])("names the field that is wrong: %j", (given, field) => {
    const [issue] = searchLibrarySchema.safeParse(given).error?.issues ?? [];
    expect(issue?.path.join(".")).toBe(field);
  });
});
