import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HoldNotice } from "@/app/my/_components/hold-notice";
import { formats } from "@/lib/i18n/formats";
import { holdCauses } from "@/lib/schemas/hold";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

it.each([
  ["en", en, ["will call", "talked to you"]],
  ["es", es, ["llamará", "hablado con usted"]],
] as const)("a clinician's hold says who and why, and promises no call (%s)", (locale, messages, promises) => {
  for (const isSuspension of [false, true]) {
    for (const cause of holdCauses) {
      const hold = {
        ...{
          isEmergency: false,
          checkInId: null,
          easyActivityAllowed: false,
          isSuspension,
          caller: null,
          callBy: null,
        },
        placed: { by: "Priya Sandpiper", cause },
      };
      const page = renderToStaticMarkup(
        <NextIntlClientProvider formats={formats} locale={locale} messages={messages} timeZone="UTC">
          <HoldNotice emergencyNumber="911" hold={hold} now={new Date()} timeZone="UTC" />
        </NextIntlClientProvider>,
      );
      const { why, surgeon, team } = messages.patient.hold;
      expect(page).toContain(why[cause].replace("{name}", "Priya Sandpiper"));
      expect(page).toContain(isSuspension ? surgeon : team);
      expect(promises.filter((promise) => page.includes(promise))).toEqual([]);
    }
  }
});
