import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import { stillPicture } from "@/components/figure/still-picture";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { withAnEnvironment } from "@/tests/support/an-environment";

withAnEnvironment();

const html = (part: ReactNode, locale: Locale = "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "en" ? en : es} timeZone="UTC">
      {part}
    </NextIntlClientProvider>,
  );
const figureOf = (code: string, dosage: object, locale?: Locale) =>
  html(<ExerciseFigure alt="What it shows." dosage={dosage} figure={{ code }} />, locale);
const turned = '<g transform="scale(-1 1)">';

describe("an exercise's figure on a page", () => {
  it.each([
    ["en", "What it shows. Hold 5 seconds. Then go back slowly."],
    ["es", "What it shows. Mantenga 5 segundos. Luego regrese despacio."],
  ] as const)("tells the prescribed hold in its words too, in %s", (locale, words) => {
    const page = figureOf("bridge", { holdSec: 5 }, locale);
    expect(page).toContain(`<figcaption class="sr-only">${words}</figcaption>`);
    expect(page).toMatch(/stroke-dashoffset.*keyTimes="0;[.\d]+;[.\d]+;[.\d]+;1"/);
  });

  it("says nothing of a hold that is not prescribed, and of the other side only where it is drawn on one", () => {
    expect(figureOf("bridge", {})).toContain('<figcaption class="sr-only">What it shows.</figcaption>');
    expect(figureOf("clamshell", { side: "both" })).toContain("Then do the other side.");
    expect(figureOf("mini-squat", { side: "both" })).not.toContain("Then do the other side.");
  });

  it("shows the person's own side: clamshell is drawn with the left leg, heel slide with the right", () => {
    expect(figureOf("clamshell", { side: "left" })).not.toContain(turned);
    expect(figureOf("clamshell", { side: "right" })).toContain(turned);
    expect(figureOf("heel-slide", { side: "right" })).not.toContain(turned);
    expect(figureOf("heel-slide", { side: "left" })).toContain(turned);
    expect(stillPicture({ code: "heel-slide" }, "left")?.inside).toContain(turned);
  });

  it("has no inline style, for the page's policy, and nothing at all without a figure", () => {
    expect(figureOf("log-roll-transfer", { holdSec: 3, side: "left" })).not.toMatch(/\sstyle=/);
    expect(html(<ExerciseFigure alt="Nothing" figure={null} />)).toBe("");
    expect(stillPicture({ code: "no-such-exercise" })).toBeNull();
  });
});
