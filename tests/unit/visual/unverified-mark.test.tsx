import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SourceIds } from "@/app/(clinic)/_components/source-ids";
import { SuggestionTable } from "@/app/(clinic)/patients/[patientId]/episode/_components/suggestion-table";
import { NumberRow } from "@/app/(clinic)/settings/_components/number-row";
import { FindingLine } from "@/components/clinical/finding-line";
import { severities } from "@/lib/clinical/finding";
import { ruleSettings } from "@/lib/clinical/settings/shipped-entries";
import { timelineModifiers } from "@/lib/records/episodes/shipped-modifiers";
import type { Healing } from "@/lib/clinical/timeline";
import en from "@/messages/en.json";

const mark = en.status.unverified.meaning;
const unverified = "background, unverified";

function html(element: ReactElement): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  );
}

const marksIn = (page: string) => page.split(`title="${mark}"`).length - 1;

describe("a number that nobody has confirmed wears its mark, and no other", () => {
  it.each(severities)("in a finding that says %s", (severity) => {
    const finding = (source: string[]) => ({
      rule: "too-early",
      severity,
      because: { en: "Day 84.", es: "Día 84." },
      source,
    });
    expect(marksIn(html(<FindingLine finding={finding([unverified])} />))).toBe(1);
    expect(marksIn(html(<FindingLine finding={finding(["SEED2", unverified])} />))).toBe(1);
    expect(marksIn(html(<FindingLine finding={finding(["SEED2"])} />))).toBe(0);
  });

  it("after a rule of a check-in and beside a criterion, where a confirmed one leads to its source", () => {
    const page = html(<SourceIds ids={["SEED2", unverified]} />);
    expect(marksIn(page)).toBe(1);
    expect(page).toContain('href="/sources/SEED2"');
    expect(marksIn(html(<SourceIds ids={["SEED2"]} />))).toBe(0);
  });

  it.each(ruleSettings())("in the settings: $id", ({ id, basis, sources, value, min, max }) => {
    const line = {
      id,
      label: "A",
      meaning: "B",
      unit: "C",
      current: value,
      shipped: value,
      min,
      max,
      isChanged: false,
    };
    const page = html(<NumberRow edit={null} line={{ ...line, isUnverified: basis !== "sourced", sources }} />);
    expect(marksIn(page)).toBe(basis === unverified ? 1 : 0);
    for (const source of sources) expect(page).toContain(`/sources/${source}`);
  });

  it("in what speaks for a later timeline", () => {
    const healing: Healing = {
      levels: ["L2–L3", "L3–L4", "L4–L5"],
      conditions: ["osteoporosis"],
      factors: ["smoker"],
    };
    const modifiers = timelineModifiers({});
    expect(modifiers.every(({ basis }) => basis === unverified)).toBe(true);
    expect(marksIn(html(<SuggestionTable healing={healing} modifiers={modifiers} />))).toBe(3);
  });
});

describe("the pages and components", () => {
  const folders = ["app", "components"];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(process.cwd(), folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => path.join(folder, file)),
  );

  it("read what stands behind a number only where they can print the mark", () => {
    const readsBasis = /(?<![\w-])basis\b(?!-)|\bisUnverified\b/;
    const printsMark = /<UnverifiedMark|<SourceIds|<FindingLi(ne|st)|<NumberRow|isUnverified:/;
    const silent = files.filter((file) => {
      const text = readFileSync(path.join(process.cwd(), file), "utf8");
      return readsBasis.test(text) && !printsMark.test(text);
    });
    expect(files.length).toBeGreaterThan(100);
    expect(silent).toEqual([]);
  });

  it("print findings, criteria and fired rules only through what prints their sources", () => {
    const printsReason = /\.because\[|\bbecause\[/;
    const withSources = /<SourceIds|<UnverifiedMark|<FindingLi(ne|st)|unverified\.word/;
    // Why a protocol fits a treatment, and in what a template differs from one, is no number.
    const withoutNumber = [
      "app/(clinic)/patients/new/_components/protocol-choice.tsx",
      "app/(clinic)/templates/_components/less-strict-points.tsx",
    ];
    const silent = files.filter((file) => {
      const text = readFileSync(path.join(process.cwd(), file), "utf8");
      return printsReason.test(text) && !withSources.test(text);
    });
    expect(silent.toSorted()).toEqual(withoutNumber);
  });
});
