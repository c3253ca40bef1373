import { describe, expect, it } from "vitest";
import { changeSentences } from "@/components/clinical/change-sentences";
import { changesForPatient, type PatientChange, type ReadLine } from "@/lib/draft/changes-for-patient";
import type { LineDosage } from "@/lib/draft/draft";
import { lastRead } from "@/lib/draft/last-read";
import type { DraftLine } from "@/lib/schemas/program";
import { aLine, dosed, noDosage } from "./given";

const open = (line: DraftLine): ReadLine => ({ line, isOpen: true });
const closed = (line: DraftLine): ReadLine => ({ line, isOpen: false });
const inShort = (change: PatientChange) =>
  `${change.kind} ${change.kind === "stopped" ? change.before.id : change.after.id}`;
const told = (before: ReadLine[], after: ReadLine[]) => changesForPatient(before, after).map(inShort);

const line = dosed("a", { sets: 2 });
const more = dosed("a", { sets: 3 });

describe("what a revision changes for the patient", () => {
  it.each<[string, ReadLine[], ReadLine[], string[]]>([
    ["the same", [open(line)], [open(line)], []],
    ["new", [], [open(line)], ["added a"]],
    ["new, but held back", [], [closed(line)], []],
    ["gone", [open(line)], [], ["stopped a"]],
    ["gone, but never readable", [closed(line)], [], []],
    ["another dosage", [open(line)], [open(more)], ["changed a"]],
    ["another dosage, held back now", [open(line)], [closed(more)], ["stopped a"]],
    ["another dosage, held back before", [closed(line)], [open(more)], ["added a"]],
    ["held back before and after", [closed(line)], [closed(more)], []],
    ["a new note", [open(line)], [open({ ...line, noteToPatient: "Slowly." })], ["changed a"]],
    ["only the reason of an override", [open(line)], [open({ ...line, overrideReason: "Seen." })], []],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it("is told again, as a whole, while the last change is unread", () => {
    const gone = dosed("b", { reps: 4 });
    const now = [open(more), open(aLine("c"))];
    const known = lastRead(now, [
      { kind: "changed", lineId: "a", before: { dosage: line.dosage, noteToPatient: null } },
      { kind: "added", lineId: "c" },
      { kind: "stopped", before: gone },
    ]);
    expect(told(known, now)).toEqual(["changed a", "added c", "stopped b"]);
    // Taken back before anybody read it: nothing to tell.
    expect(told(known, [open(line), open(gone)])).toEqual([]);
  });
});

describe("a change in the patient's words", () => {
  const sentences = (locale: "en" | "es", before: Partial<LineDosage>, after: Partial<LineDosage>) =>
    changeSentences(
      locale,
      {
        kind: "changed",
        before: aLine("a", { dosage: { ...noDosage, ...before } }),
        after: aLine("a", { dosage: { ...noDosage, ...after } }),
      },
      "Walking",
    );

  it.each<[Partial<LineDosage>, Partial<LineDosage>, string, string]>([
    [
      { durationMin: 10 },
      { durationMin: 15 },
      "Walking: now 15 minutes, was 10.",
      "Walking: ahora 15 minutos, antes 10.",
    ],
    [
      { sets: 2, reps: 1, durationMin: 1 },
      { sets: 3, reps: 1, durationMin: 1 },
      "Walking: now 3 sets, was 2.",
      "Walking: ahora 3 series, antes 2.",
    ],
    [{}, { durationMin: 1 }, "Walking: now 1 minute.", "Walking: ahora 1 minuto."],
    [
      { sets: 2, reps: 8 },
      { sets: 3, reps: 10 },
      "Walking: now 3 sets of 10, was 2 sets of 8.",
      "Walking: ahora 3 series de 10, antes 2 series de 8.",
    ],
    [{ reps: 5 }, { reps: 8 }, "Walking: now 8 times, was 5.", "Walking: ahora 8 veces, antes 5."],
    [{ sets: 1 }, { sets: 2 }, "Walking: now 2 sets, was 1.", "Walking: ahora 2 series, antes 1."],
    [
      { holdSec: 5 },
      { holdSec: 8 },
      "Walking: hold for 8 seconds now, was 5.",
      "Walking: ahora sostenga 8 segundos, antes 5.",
    ],
    [{ holdSec: 5 }, {}, "Walking: you need not hold it any more.", "Walking: ya no tiene que sostenerlo."],
    [
      { restSec: 30 },
      { restSec: 60 },
      "Walking: rest 60 seconds between sets now, was 30.",
      "Walking: ahora descanse 60 segundos entre series, antes 30.",
    ],
    [{ perDay: 1 }, { perDay: 2 }, "Walking: now 2 times a day, was 1.", "Walking: ahora 2 veces al día, antes 1."],
    [{ perWeek: 3 }, { perWeek: 7 }, "Walking: now every day, was 3.", "Walking: ahora todos los días, antes 3."],
    [
      { perWeek: 3 },
      { perWeek: 2, weekdays: [1, 4] },
      "Walking: now on Monday and Thursday.",
      "Walking: ahora los lunes y jueves.",
    ],
    [{ weekdays: [1, 4] }, {}, "Walking: you choose the days now.", "Walking: ahora usted elige los días."],
    [
      { loadKg: 2 },
      { loadKg: 4.5 },
      "Walking: use 4.5 kilos (10 pounds) now, was 2.",
      "Walking: ahora use 4.5 kilos (10 libras), antes 2.",
    ],
    [{ loadKg: 2 }, {}, "Walking: use no weight now.", "Walking: ahora sin peso."],
    [
      { rpeMax: 3 },
      { rpeMax: 4 },
      "Walking: keep the effort at 4 out of 10 or less now, was 3.",
      "Walking: ahora mantenga el esfuerzo en 4 de 10 o menos, antes 3.",
    ],
    [
      { side: "both" },
      { side: "left" },
      "Walking: now only on the left side.",
      "Walking: ahora solo del lado izquierdo.",
    ],
  ])("%j to %j", (before, after, en, es) => {
    expect(sentences("en", before, after)).toEqual([en]);
    expect(sentences("es", before, after)).toEqual([es]);
  });

  it("says each thing that changed in a sentence of its own, none over 20 words", () => {
    const every = sentences(
      "en",
      { sets: 2, reps: 8, holdSec: 5, perDay: 1, perWeek: 3, loadKg: 1, rpeMax: 3 },
      { sets: 3, reps: 8, holdSec: 8, perDay: 2, perWeek: 5, loadKg: 2, rpeMax: 4 },
    );
    expect(every).toHaveLength(6);
    for (const sentence of every) expect(sentence.split(" ").length).toBeLessThan(20);
  });

  it.each([
    [{ kind: "added", after: line } as const, "New: Walking."],
    [{ kind: "stopped", before: line } as const, "Stopped: Walking. Do not do it any more."],
    [
      { kind: "changed", before: line, after: { ...line, noteToPatient: "Slowly." } } as const,
      "Walking: there is a new note for you.",
    ],
    [
      { kind: "changed", before: { ...line, noteToPatient: "Slowly." }, after: line } as const,
      "Walking: the old note is gone.",
    ],
  ])("%j", (change, sentence) => {
    expect(changeSentences("en", change, "Walking")).toEqual([sentence]);
  });
});
