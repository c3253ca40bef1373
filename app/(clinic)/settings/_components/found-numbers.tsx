import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { SettingsPage, ShownSetting } from "@/lib/records/settings/load-settings-page";
import type { SettingsQuery } from "@/lib/schemas/settings";
import { NumbersForm, type NumberSection } from "./numbers-form";
import type { NumberLine } from "./number-row";

/** The numbers of the part, or those that were searched for, under their headings. */
export function FoundNumbers({
  page,
  query,
  mayChange,
}: {
  page: SettingsPage;
  query: SettingsQuery;
  mayChange: boolean;
}) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const isSearch = query.q !== "";
  const { shown, found, version } = page;
  const unverified = shown.filter(({ basis }) => basis !== "sourced").length;
  const title = isSearch
    ? t("parts.found")
    : [t(`parts.${query.part}`), page.protocols.find(({ id }) => id === page.protocol)?.title[locale]]
        .filter(Boolean)
        .join(" · ");
  const note = isSearch
    ? t("found", { count: found, q: query.q })
    : `${t("numbers", { count: found })} · ${t("unverifiedCount", { count: unverified })}`;
  return (
    <Card isFlush note={note} title={title}>
      {shown.length === 0 ? (
        <EmptyState level={3} title={t("nothing.title")}>
          {t("nothing.body")}
        </EmptyState>
      ) : (
        <NumbersForm mayChange={mayChange} sections={sectionsOf(shown, page, isSearch, locale)} version={version} />
      )}
      {shown.length < found ? <p className="px-4 pb-4 text-ink-2">{t("foundMore", { shown: shown.length })}</p> : null}
    </Card>
  );
}

function sectionsOf(
  shown: readonly ShownSetting[],
  { protocols, protocol: chosen }: SettingsPage,
  isSearch: boolean,
  locale: "en" | "es",
): NumberSection[] {
  const titles = new Map(protocols.map(({ id, title }) => [id, title[locale]]));
  const titleOf = ({ protocol, section }: ShownSetting) => {
    const ofProtocol = protocol === null || protocol === chosen ? null : (titles.get(protocol) ?? protocol);
    if (ofProtocol === null) return section[locale];
    return isSearch ? `${ofProtocol} · ${section[locale]}` : ofProtocol;
  };
  const sections = Map.groupBy(shown, titleOf);
  return [...sections].map(([title, settings]) => ({
    title,
    lines: settings.map((setting) => lineOf(setting, locale)),
  }));
}

function lineOf(setting: ShownSetting, locale: "en" | "es"): NumberLine {
  const { id, label, meaning, unit, current, value, min, max, isChanged, basis, sources } = setting;
  return {
    ...{ id, label: label[locale], meaning: meaning[locale], unit: unit[locale] },
    ...{ current, shipped: value, min, max, isChanged },
    // A number that the clinic chose has no source behind it.
    isUnverified: isChanged || basis !== "sourced",
    sources: isChanged ? [] : sources,
  };
}
