import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ExerciseList } from "@/app/my/today/_components/exercise-list";
import { OfflineNote } from "@/app/offline/_components/offline-note";
import type { Network } from "@/app/offline/_components/use-network";
import type { TodayHold } from "@/lib/check-in/result";
import { formats } from "@/lib/i18n/formats";
import type { Today } from "@/lib/records/today/load-today";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const plan = {
  madeAt: "2026-11-16T18:00:00Z",
  person: { name: "Marigold Thistlewood" },
  clinic: { timeZone: "America/Chicago" },
};
const unsent: TodayHold = {
  isEmergency: false,
  checkInId: "key",
  isSuspension: true,
  easyActivityAllowed: false,
  caller: null,
  callBy: null,
  placed: null,
  isUnsent: true,
};
const today: Today = {
  day: "2026-11-16",
  startOn: "2026-10-26",
  daysSince: 21,
  countsFrom: "surgery",
  phase: null,
  lines: [],
  notToday: [],
  hold: unsent,
  waiting: [],
  checkIns: [],
  told: [],
  missedDays: 0,
  fewHours: 3,
  changes: null,
  newPhase: null,
  newLimit: null,
};

describe.each([
  ["en", en],
  ["es", es],
] as const)("without network, in %s", (locale, messages) => {
  const drawn = (part: React.ReactNode) =>
    renderToStaticMarkup(
      <NextIntlClientProvider formats={formats} locale={locale} messages={messages} timeZone="UTC">
        {part}
      </NextIntlClientProvider>,
    );
  const note = (
    now: string,
    hold: TodayHold | null,
    isShort = false,
    network: Network = { state: "away" },
    waiting = 0,
  ) =>
    drawn(
      <OfflineNote
        hold={hold}
        href="/my/today"
        isShort={isShort}
        network={network}
        now={new Date(now)}
        plan={plan}
        waiting={waiting}
      />,
    );
  const { shellGoOn, shellNotTold, shellAgeOld } = messages.patient.offline;

  it("nobody is told to go on, or to wait for a call, while a stop stands that the clinic does not know of", () => {
    const said = note("2026-11-16T19:00:00Z", unsent);
    expect([said.includes(shellGoOn), said.includes(shellNotTold)]).toEqual([false, true]);
    const list = drawn(<ExerciseList isPrimary={false} today={today} />);
    expect(list).toContain(messages.patient.today.heldUnsentBody);
    expect(list).not.toContain(messages.patient.today.heldNoneBody);
  });

  it("a plan of another day may be overtaken, which is said beside an exercise too; one of today is not", () => {
    expect(note("2026-11-17T06:00:00Z", null, true)).toContain(shellAgeOld);
    expect(note("2026-11-17T05:59:00Z", null)).not.toContain(shellAgeOld);
    expect(note("2026-11-17T05:59:00Z", null)).toContain(shellGoOn);
  });

  it("says whose plan it is on every part: two people may use one phone", () => {
    const said = [false, true].map((isShort) => note("2026-11-16T19:00:00Z", null, isShort));
    expect(said.every((words) => words.includes("Marigold Thistlewood"))).toBe(true);
  });

  it("asks to sign in where the session is over, and not for a network that is there", () => {
    const answers = new Map([["key", { status: "waiting", stored: true, isSignedOut: true } as const]]);
    const said = note("2026-11-16T19:00:00Z", null, true, { state: "back", wasAway: true, answers }, 1);
    expect(said).toContain('href="/sign-in"');
    expect(said).not.toContain('href="/my/today"');
  });
});
