import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { FileWords } from "@/components/record-file/file-words";
import { recordJson } from "@/components/record-file/record-json";
import { recordPage } from "@/components/record-file/record-page";
import { formats } from "@/lib/i18n/formats";
import { answersInWords } from "@/lib/records/record/answers-in-words";
import { ownRecordSchema, type OwnCheckIn, type OwnMark, type OwnRecordHead } from "@/lib/schemas/own-record";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { triageContent } from "@/prisma/content/bundled";

const text = (word: string) => ({ en: word, es: word });
const head: OwnRecordHead = {
  ...{ format: "phasewise-own-record", version: 1, madeAt: "2026-11-22T06:30:00.000Z", timeZone: "America/Chicago" },
  clinic: { name: "Heron & Sons", phone: "(555) 555-0100" },
  person: {
    ...{ name: "Marigold <b>Thistlewood</b>", recordNumber: "DEMO-0142", bornOn: "1968-03-14" },
    ...{ language: "en", phone: null },
  },
  team: [{ name: "Priya Sandpiper", role: "therapist", from: "2026-09-24", to: null }],
  setAside: [
    {
      ...{ kind: "exercise-mark", why: "no-open-episode", onDay: "2026-11-21", reportedAt: "2026-11-21T16:00:00.000Z" },
      ...{ answers: null, outcome: "done" },
    },
  ],
  treatments: [
    {
      ...{ id: "1", procedureType: "fusion", region: "LUMBAR", levels: ["L4–L5"], technique: "TLIF" },
      ...{ procedureOn: "2026-09-24", pathwayStart: null, surgeon: "Dr. Elias Kingfisher", protocol: text("Program") },
      ...{ openedOn: "2026-09-24", endedOn: null, endedAs: null, exercises: [], summary: null, advice: null },
      history: [
        { kind: "pause", at: "2026-11-02T10:00:00.000Z", on: "2026-11-02", isSuspension: true, by: null, cause: null },
        { kind: "begun", at: "2026-09-25T10:00:00.000Z", on: "2026-09-25", name: null, by: "Priya Sandpiper" },
      ],
      revisions: [{ number: 1, on: "2026-09-25", by: "Priya Sandpiper" }],
      restrictions: [
        {
          ...{ kind: "lift-limit", region: null, kg: 4.5, minutes: null, isInForce: true, from: "2026-09-24" },
          ...{
            untilDate: null,
            untilPhase: null,
            untilClearance: "LIFT_LIMIT_UPDATE",
            orderedBy: "Dr. Elias Kingfisher",
          },
        },
      ],
      clearances: [
        {
          ...{ subject: "SWIM_POOL", kind: "key", name: text("A sentence that is true once granted"), state: "denied" },
          ...{ askedOn: "2026-10-01", decidedOn: "2026-10-02", decidedBy: "Dr. Elias Kingfisher", from: null },
          ...{ until: null, maxMinutes: null, maxKg: null, words: "Wait & see.", nextLookOn: null },
        },
      ],
      questions: [
        {
          ...{ askedOn: "2026-10-01", about: null, question: "May I <script>swim</script>?" },
          ...{ answer: null, answeredBy: null, answeredOn: null, isForwarded: true },
        },
      ],
      results: [{ test: "walkContinuousMin", name: null, value: 25, unit: "min", on: "2026-11-20" }],
    },
  ],
};
const checkIn = (n: number): OwnCheckIn => ({
  ...{
    id: String(n),
    onDay: "2026-11-20",
    reportedAt: "2026-11-20T16:00:00.000Z",
    stage: "before",
    level: "NORMAL_SORENESS",
  },
  ...{ painBefore: n, painDuring: null, painAfter: null, answers: { nprsBefore: n }, isCorrected: false },
  ...{ corrects: null, correctionReason: null, said: [{ question: text("Chest pain"), answer: null }] },
});
const mark = (onDay: string): OwnMark => ({
  ...{ onDay, session: 2, exercise: text("Bridge"), outcome: "not-done", reportedAt: "2026-11-20T16:00:00.000Z" },
});
async function* inPages<T>(...pages: T[][]) {
  for (const page of pages) yield await Promise.resolve(page);
}
const lists = () => ({
  checkIns: inPages([checkIn(3)], [checkIn(2)]),
  marks: inPages([mark("2026-11-19"), mark("2026-11-20")], [mark("2026-11-20")]),
});

function words(locale: "en" | "es"): FileWords {
  const shared = { locale, messages: locale === "en" ? en : es, formats, timeZone: "UTC" } as const;
  return {
    locale,
    file: createTranslator({ ...shared, namespace: "myRecord.file" }),
    roles: createTranslator({ ...shared, namespace: "myRecord.record.role" }),
    changes: createTranslator({ ...shared, namespace: "myRecord.changes" }),
    allowed: createTranslator({ ...shared, namespace: "patient.allowed" }),
    levels: createTranslator({ ...shared, namespace: "patient.progress.levels" }),
    marks: createTranslator({ ...shared, namespace: "patient.today.marks" }),
    procedure: createTranslator({ ...shared, namespace: "patientRecord.procedure" }),
  };
}

/** Tags that are not closed where they should be: a page in pieces is easily torn. */
function unclosed(page: string): string[] {
  const open: string[] = [];
  for (const [, end, tag = ""] of page.matchAll(/<(\/?)([a-z]+\d?)\b/g)) {
    if (["meta", "br"].includes(tag)) continue;
    if (end === "") open.push(tag);
    else if (open.pop() !== tag) return [...open, `</${tag}>`];
  }
  return open;
}

describe("the file of a record", () => {
  it("is JSON of the documented shape, whatever the pages it comes in", async () => {
    const file = ownRecordSchema.parse(JSON.parse((await Array.fromAsync(recordJson(head, lists()))).join("")));
    expect([file.checkIns.length, file.marks.length]).toEqual([2, 3]);
    const none = { checkIns: inPages<OwnCheckIn>(), marks: inPages<OwnMark>() };
    const empty = ownRecordSchema.parse(JSON.parse((await Array.fromAsync(recordJson(head, none))).join("")));
    expect(empty).toMatchObject({ ...head, checkIns: [], marks: [] });
  });

  it.each(["en", "es"] as const)(
    "is a page of its own in %s: nothing in it is markup, nothing is loaded",
    async (locale) => {
      const page = (await Array.fromAsync(recordPage(head, lists(), words(locale)))).join("");
      expect(page).toContain(`<html lang="${locale}">`);
      expect(page).toContain("Marigold &lt;b&gt;Thistlewood&lt;/b&gt;");
      expect(page).toContain("May I &lt;script&gt;swim&lt;/script&gt;?");
      expect(page).not.toMatch(/<script|src=|href="(?!#)|undefined|\[object|myRecord\.|patient\./);
      expect(page).not.toContain("true once granted");
      // The head and one row a day, also where a page ends within a day.
      expect(page.split('id="marks"')[1]?.match(/<tr>/g)).toHaveLength(3);
      expect(page.trimEnd().endsWith("</html>")).toBe(true);
      expect(unclosed(page)).toEqual([]);
    },
  );
});

describe("the answers of a check-in in words", () => {
  const said = (answers: OwnCheckIn["answers"]) =>
    answersInWords(answers, triageContent.inputs).map(({ question, answer }) => [
      question.en,
      typeof answer === "object" && answer !== null ? answer.en : answer,
    ]);

  it("leave out pain scores and quiet warning signs, and name what is worrying or not known", () => {
    expect(said({ nprsBefore: 4, chestPain: false, feverC: 37.2, weakness: "none" })).toEqual([]);
    expect(said({ chestPain: true, calf: null, weakness: "mild", feverC: 38.4, hoursIncreased: 2 })).toEqual([
      [expect.stringContaining("For how many hours"), 2],
      ["New weakness: an arm or leg is a little weak", true],
      ["I have a fever of 38 °C (100.4 °F) or more, or I feel hot or shivery", 38.4],
      ["Is one calf or thigh painful, swollen, red or warm?", null],
      ["Chest pain", true],
    ]);
    expect(said({ painLocation: "radiating", fatigue: "normal" }).map(([, answer]) => typeof answer)).toEqual([
      "string",
    ]);
  });
});
