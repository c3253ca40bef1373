import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sevenDayMeans, weeksPerTick } from "@/components/charts/pain-series";
import { clockTone } from "@/components/clinical/alert-clock";
import { DosageCells, DosageLine } from "@/components/clinical/dosage-cells";
import { DosageWords } from "@/components/clinical/dosage-words";
import { PainScale } from "@/components/clinical/pain-scale";
import { Sparkline } from "@/components/clinical/sparkline";
import { WarningGroups } from "@/components/clinical/warning-groups";
import { WorklistFlags } from "@/components/clinical/worklist-flags";
import { formats } from "@/lib/i18n/formats";
import { type Locale, preferredLocale } from "@/lib/i18n/locale";
import { planOf } from "@/lib/player/plan";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

function html(part: ReactNode, locale: Locale = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider formats={formats} locale={locale} messages={locale === "en" ? en : es} timeZone="UTC">
      {part}
    </NextIntlClientProvider>,
  );
}

const bridge = { sets: 2, reps: 8, holdSec: 5, perDay: 1, perWeek: 5, rpeMax: 4 };

describe("dosage in words", () => {
  it.each([
    ["en", "2 sets of 8. Hold each one 5 seconds. Once a day, 5 days a week."],
    ["es", "2 series de 8. Mantenga cada una 5 segundos. Una vez al día, 5 días por semana."],
  ] as const)("reads as sentences in %s", (locale, words) => {
    expect(html(<DosageWords dosage={bridge} withFrequency />, locale)).toBe(words);
  });

  it.each([
    [{ durationMin: 20, perWeek: 7 }, "Go on for 20 minutes. Every day."],
    [{ durationMin: 1 }, "Go on for 1 minute."],
    [{ sets: 1, reps: 1, holdSec: 1 }, "Do it 1 time. Hold it 1 second."],
    [{ sets: 1, reps: 10, restSec: 30 }, "Do it 10 times."],
    [
      { sets: 3, reps: 10, restSec: 30, loadKg: 4.5 },
      "3 sets of 10. Rest 30 seconds between sets. Use 4.5\u00a0kilos (10\u00a0pounds).",
    ],
    [
      { sets: 3, reps: 1, durationMin: 1, restSec: 60 },
      "Do it 3 times, 1 minute each time. Rest 60 seconds in between.",
    ],
    [{ sets: 1, reps: 1, durationMin: 5, restSec: 60 }, "Go on for 5 minutes."],
    [{}, ""],
  ])("%j", (dosage, words) => {
    expect(html(<DosageWords dosage={dosage} withFrequency />)).toBe(words);
  });

  it.each([
    ["en", "Do it 3 times, 2 minutes each time. Take a short break in between."],
    ["es", "Hágalo 3 veces, 2 minutos cada vez. Descanse un poco entre una y otra."],
  ] as const)("counts timed work of several sets as the player does, in %s", (locale, words) => {
    expect(html(<DosageWords dosage={{ sets: 3, reps: 1, durationMin: 2 }} />, locale)).toBe(words);
    expect(planOf({ sets: 3, reps: 1, durationMin: 2 })?.lifts).toHaveLength(3);
  });

  const onDays = (...weekdays: number[]) => ({ perWeek: weekdays.length, weekdays });
  it.each<[Locale, object, string]>([
    ["en", { perDay: 1, ...onDays(1, 3, 5) }, "Once a day, on Monday, Wednesday and Friday."],
    ["es", { perDay: 1, ...onDays(1, 3, 5) }, "Una vez al día, los lunes, miércoles y viernes."],
    ["en", { perDay: 2, ...onDays(2) }, "2 times a day, on Tuesday."],
    ["es", { perDay: 2, ...onDays(6, 7) }, "2 veces al día, los sábados y domingos."],
    ["en", onDays(4, 7), "On Thursday and Sunday."],
    ["es", onDays(2), "Los martes."],
    ["en", { perDay: 1, ...onDays(1, 2, 3, 4, 5, 6, 7) }, "Once a day, every day."],
    ["es", { perWeek: 3, weekdays: null }, "3 días por semana."],
  ])("names the days of the week in %s: %j", (locale, dosage, words) => {
    expect(html(<DosageWords dosage={dosage} withFrequency />, locale)).toBe(words);
  });

  it("names the days to clinicians in short", () => {
    expect(html(<DosageLine dosage={{ durationMin: 20, ...onDays(1, 3, 5) }} />)).toBe("20\u00a0min · Mon, Wed, Fri");
    expect(html(<DosageLine dosage={{ durationMin: 20, ...onDays(1, 3, 5) }} />, "es")).toBe(
      "20\u00a0min · lun, mié, vie",
    );
    expect(html(<DosageLine dosage={{ sets: 3, durationMin: 1 }} />)).toBe("3\u00a0×\u00a01\u00a0min");
    expect(html(<DosageLine dosage={{ sets: 2, ...onDays(1, 2, 3, 4, 5, 6, 7) }} />)).toBe("2 · 7 a week");
  });

  it("stands in cells with the days by name, and with load, rest and side where they say something", () => {
    const cells = (dosage: object, changed: readonly ("load" | "perWeek")[] = []) =>
      html(<DosageCells changed={changed} dosage={dosage} />).match(/(?<=<dt[^>]*>)[^<]+|(?<=<dd[^>]*>)[^<]+/g);
    expect(cells({ sets: 2, reps: 8, ...onDays(1, 3, 5) })).toEqual(
      expect.arrayContaining(["Dose", "2\u00a0×\u00a08", "A week", "Mon, Wed, Fri"]),
    );
    expect(cells({ reps: 8, loadKg: 2.5, restSec: 30, side: "left" })?.slice(-6)).toEqual([
      ...["Load", "2.5\u00a0kg", "Rest", "30\u00a0s", "Side", "left"],
    ]);
    expect(cells({ reps: 8 })).not.toContain("Load");
    expect(cells({ reps: 8 }, ["load"])).toContain("Load");
  });

  it("is one short line for clinicians, and a number never parts from its times sign", () => {
    expect(html(<DosageLine dosage={bridge} />)).toBe("2\u00a0×\u00a08, 5\u00a0s · 5 a week");
  });
});

describe("pain scale", () => {
  it("has eleven radios and chooses none", () => {
    const page = html(<PainScale name="nprsBefore" question="How much pain?" />);
    expect(page.match(/type="radio"/g)).toHaveLength(11);
    expect(page).not.toContain('checked=""');
  });

  it("says in words that an untouched question is an error, and ties the words to the group", () => {
    const page = html(<PainScale error name="nprsBefore" question="How much pain?" />);
    expect(page).toContain("Choose a number from 0 to 10.");
    expect(page).toContain('aria-describedby="field-nprsBefore-error"');
    expect(page).toContain('id="field-nprsBefore-error"');
  });

  it("keeps an answer of 0", () => {
    expect(html(<PainScale chosen={0} name="n" question="?" />)).toMatch(
      /checked="" [^>]*value="0"|value="0"[^>]*checked=""/,
    );
  });
});

describe("warning groups", () => {
  it("each offer none of these, unchecked", () => {
    const choices = [{ value: "a", label: "A" }];
    const page = html(
      <WarningGroups
        groups={[
          { name: "one", question: "1?", choices },
          { name: "two", question: "2?", choices },
        ]}
      />,
    );
    expect(page.match(/value="none"/g)).toHaveLength(2);
    expect(page).not.toContain('checked=""');
  });
});

describe("worklist flags", () => {
  it("show the two worst and read all", () => {
    const page = html(
      <WorklistFlags
        flags={[
          { kind: "ready", phase: 4 },
          { kind: "silent", days: 5 },
          { kind: "red-flag", symptom: "tingling" },
        ]}
      />,
    );
    expect(page.indexOf("Red flag: tingling")).toBeLessThan(page.indexOf("Silent 5 days"));
    expect(page).toContain("Ready for phase 4");
    expect(page).toContain("+1");
  });
});

describe("pain over days", () => {
  it("leaves a gap on a day without an answer, and never counts it as 0", () => {
    const means = sevenDayMeans([
      { day: 1, before: 4 },
      { day: 2, before: null },
      { day: 4, before: 2 },
    ]);
    expect(means).toEqual([
      { day: 1, mean: 4 },
      { day: 2, mean: null },
      { day: 3, mean: null },
      { day: 4, mean: 3 },
    ]);
  });

  it("looks back over seven days, today included", () => {
    const means = sevenDayMeans([
      { day: 1, before: 10 },
      { day: 7, before: 0 },
      { day: 8, before: 0 },
    ]);
    expect(means.find(({ day }) => day === 7)?.mean).toBe(5);
    expect(means.find(({ day }) => day === 8)?.mean).toBe(0);
  });

  it("has no means without days", () => {
    expect(sevenDayMeans([])).toEqual([]);
  });

  it("keeps the labels of the axis apart", () => {
    expect([weeksPerTick(8, 8), weeksPerTick(9, 8), weeksPerTick(52, 8), weeksPerTick(5000, 8)]).toEqual([1, 2, 8, 52]);
  });

  it("begins a new line after a gap in the sparkline", () => {
    const page = html(<Sparkline values={[3, 3, null, 4, 4]} />);
    expect(/d="(M3\.0[^"]*)"/.exec(page)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(page).toContain("3, 3, none, 4, 4");
  });
});

describe("alert clock", () => {
  it.each([
    [0.49, "mute"],
    [0.5, "wait"],
    [0.74, "wait"],
    [0.75, "warn"],
    [0.99, "warn"],
    [1, "stop"],
  ])("after %f of the reply time is %s", (share, tone) => {
    expect(clockTone(share, false)).toBe(tone);
  });

  it("of a red flag is stop from its first minute", () => {
    expect(clockTone(0, true)).toBe("stop");
  });
});

describe("language", () => {
  it.each([
    ["es", "en-US,en", "es"],
    [undefined, "fr-FR,es-MX;q=0.9,en;q=0.8", "es"],
    ["xx", null, "en"],
    [undefined, "", "en"],
  ])("chosen %s, browser %s: %s", (chosen, accepted, locale) => {
    expect(preferredLocale(chosen, accepted)).toBe(locale);
  });
});
