import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { UnsentResult, type Unsent } from "@/app/my/today/check-in/_components/unsent-result";
import type { FormWorry } from "@/lib/check-in/urgent";
import { formats } from "@/lib/i18n/formats";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const clinic = { phone: "+1 555 0100", emergencyNumber: "911", crisisPhone: "988", timeZone: "UTC" };
const leaking = { en: "Leaking", es: "Se me escapa" };
const worry: FormWorry = { level: "EMERGENCY", signs: [leaking], isCrisis: false, isOnlyCrisis: false };
const mood: FormWorry = { level: "EMERGENCY", signs: [], isCrisis: true, isOnlyCrisis: true };
const waiting = { status: "waiting", stored: false, result: null, worry: null } as const;
const kept = { status: "kept", level: null, messages: [], result: null, worry: null } as const;

describe.each([
  ["en", en],
  ["es", es],
] as const)("an answer without a page of its own, in %s", (locale, messages) => {
  const { result: words } = messages.patient;
  const { emergency, sameDay } = messages.status;
  const drawn = (unsent: Unsent) =>
    renderToStaticMarkup(
      <NextIntlClientProvider formats={formats} locale={locale} messages={messages} timeZone="UTC">
        <UnsentResult clinic={clinic} unsent={unsent} />
      </NextIntlClientProvider>,
    );

  it("shows a red flag that is kept aside as what it is, in the server's words", () => {
    const page = drawn({ ...kept, level: "EMERGENCY", messages: ["Leaking is serious."] });
    for (const said of [emergency.title, "Leaking is serious.", words.kept.urgent, "tel:911"])
      expect(page).toContain(said);
    expect(page).not.toContain(words.kept.body);
    expect(drawn({ ...kept, level: "SAME_DAY_SURGEON", messages: [] })).toContain(sameDay.title);
  });

  it("says of one that is kept aside and not urgent what it means, and that the team has it", () => {
    const page = drawn({ ...kept, level: "HOLD_NOTIFY_PT", messages: ["Stop for now, please."] });
    for (const said of [words.titles.HOLD_NOTIFY_PT, "Stop for now, please.", words.kept.body])
      expect(page).toContain(said);
    expect(page).not.toContain(emergency.title);
  });

  it("shows the worst ticked sign where there is neither network nor a plan to judge by", () => {
    const page = drawn({ ...waiting, worry });
    for (const said of [emergency.title, leaking[locale], words.unsent.stopped, words.unsent.stay])
      expect(page).toContain(said);
  });

  it("names the crisis line first for somebody who thinks of self-harm", () => {
    const page = drawn({ ...waiting, worry: mood });
    expect(page).toContain(words.crisisTitle);
    expect(page.indexOf("tel:988")).toBeGreaterThan(0);
    expect(page.indexOf("tel:988")).toBeLessThan(page.indexOf("tel:911"));
  });

  it("says that an answer which this phone cannot keep needs the page, which offers no way off; a kept one waits", () => {
    const page = drawn(waiting);
    expect(page).toContain(words.unsent.stayTitle);
    expect(page).not.toContain(words.unsent.title);
    expect(page).not.toContain(words.toToday);
    const stored = drawn({ ...waiting, stored: true });
    for (const said of [words.unsent.title, words.unsent.body, words.toToday]) expect(stored).toContain(said);
  });

  it("does not say that nobody has seen what the server has, and says it of what the server refused", () => {
    expect(drawn({ status: "taken", result: null, worry })).not.toContain(words.unsent.stopped);
    expect(drawn({ status: "refused", result: null, worry })).toContain(words.unsent.stopped);
  });
});
