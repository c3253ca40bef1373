import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CalmResult } from "@/app/my/today/check-in/[checkInId]/_components/calm-result";
import type { CheckInResult, TodayHold } from "@/lib/check-in/result";
import { formats } from "@/lib/i18n/formats";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const stop: TodayHold = {
  isEmergency: false,
  checkInId: "before",
  isSuspension: true,
  easyActivityAllowed: false,
  caller: "Dr. Elias Kingfisher",
  callBy: "2026-11-20T22:00:00.000Z",
  placed: null,
};
const result: CheckInResult = {
  checkInId: "key",
  stage: "before",
  onDay: "2026-11-20",
  level: "NORMAL_SORENESS",
  messages: [
    { en: "Keep going. To feel a little sore is normal.", es: "Siga así. Sentir un poco de molestia es normal." },
  ],
  missing: [],
  isRepeat: false,
  reportedAt: "2026-11-20T15:00:00.000Z",
  hold: null,
  alert: null,
  person: { name: "Marigold Thistlewood", bornOn: "1968-03-14" },
  treatment: {
    ...{ procedureType: "fusion", levels: ["L4–L5"], technique: "TLIF", on: "2026-10-30" },
    surgeon: "Dr. Elias Kingfisher",
  },
  crisisPhone: null,
  signs: [],
  suspected: [],
  mayCorrect: true,
};
const clinic = { phone: "555-0100", emergencyNumber: "911", timeZone: "America/Chicago" };

describe.each([
  ["en", en, "Keep going."],
  ["es", es, "Siga así."],
] as const)("the answer to a quiet check-in, in %s", (locale, messages, goOn) => {
  const drawn = (given: Partial<CheckInResult>) =>
    renderToStaticMarkup(
      <NextIntlClientProvider formats={formats} locale={locale} messages={messages} timeZone="UTC">
        <CalmResult
          clinic={clinic}
          level="NORMAL_SORENESS"
          now={new Date("2026-11-20T15:00:00Z")}
          result={{ ...result, ...given }}
        />
      </NextIntlClientProvider>,
    );
  const { titles, go } = messages.patient.result;
  const goingOn = [titles.NORMAL_SORENESS, go, goOn];

  it("says that one can go on", () => {
    const page = drawn({});
    expect(goingOn.filter((words) => !page.includes(words))).toEqual([]);
  });

  it("never says so while an earlier stop stands", () => {
    const page = drawn({ hold: stop });
    expect(goingOn.filter((words) => page.includes(words))).toEqual([]);
    expect(page).toContain(titles.stopped);
    expect(page).toContain(messages.patient.hold.suspended);
  });
});
