import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ConditionPicker } from "@/components/clinical/condition-picker";
import { conditions } from "@/lib/clinical/facts";
import { conditionEntries } from "@/lib/records/library/names";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

/** The page as the server sends it, which is what a reader without JavaScript has. */
function html(locale: "en" | "es"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "en" ? en : es} timeZone="UTC">
      <ConditionPicker conditions={conditionEntries} defaultValues={["vertigo"]} label="Conditions" name="conditions" />
    </NextIntlClientProvider>,
  );
}

describe("the condition picker", () => {
  it.each(["en", "es"] as const)(
    "offers every condition with its meaning before anything is typed, in %s",
    (locale) => {
      const page = html(locale);
      for (const { code, label, meaning } of conditionEntries) {
        expect(page).toContain(`value="${code}"`);
        expect(page).toContain(label[locale]);
        expect(page).toContain(meaning[locale]);
      }
      expect(page.match(/type="checkbox"/g)).toHaveLength(conditions.length);
      expect(page).not.toContain("not-has-checked:hidden");
    },
  );

  it("keeps what is recorded checked, and only that", () => {
    expect(html("en").match(/<input[^>]*checked=""[^>]*>/g)).toEqual([expect.stringContaining('value="vertigo"')]);
  });

  it("shows the code of SNOMED CT where there is one, and keeps the evidence at home", () => {
    const page = html("en");
    expect(page).toContain("SNOMED CT 64859006");
    expect(page.match(/SNOMED CT/g)).toHaveLength(conditionEntries.filter(({ snomed }) => snomed !== null).length);
    expect(JSON.stringify(conditionEntries)).not.toContain("verifiedIn");
  });
});
