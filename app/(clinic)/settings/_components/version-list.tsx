import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/small-parts";
import type { NamedChange, SettingsPage } from "@/lib/records/settings/load-settings-page";

const shownFirst = 5;

/** Who changed what, when and why, newest first. */
export function VersionList({
  versions,
  protocols,
  timeZone,
}: Pick<SettingsPage, "versions" | "protocols"> & { timeZone: string }) {
  const t = useTranslations("settings.history");
  const format = useFormatter();
  if (versions.length === 0) return <p className="px-4 pb-4 text-ink-2">{t("empty")}</p>;
  return (
    <ol reversed className="border-t border-line">
      {versions.map(({ number, by, at, reason, changes, crisisLine }) => (
        <li className="grid gap-1 border-b border-line px-4 py-2.5 last:border-b-0" key={number}>
          <p>
            <span className="font-semibold">{t("number", { number })}</span>{" "}
            <span className="text-ink-2">
              {t("by", { name: by, at: format.dateTime(new Date(at), "dayTime", { timeZone }) })}
            </span>
          </p>
          <p className="max-w-prose whitespace-pre-line">{reason}</p>
          {crisisLine === null ? null : <p className="text-ink-2">{t(`line.${crisisLine}`)}</p>}
          <Changes changes={changes.slice(0, shownFirst)} protocols={protocols} />
          {changes.length > shownFirst ? (
            <Disclosure summary={t("more", { count: changes.length - shownFirst })}>
              <Changes changes={changes.slice(shownFirst)} protocols={protocols} />
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes, protocols }: Pick<SettingsPage, "protocols"> & { changes: readonly NamedChange[] }) {
  const t = useTranslations("settings.history");
  const locale = useLocale();
  if (changes.length === 0) return null;
  return (
    <ul className="text-ink-2">
      {changes.map(({ id, from, to, entry }) => {
        const written = (value: number | null) =>
          value === null ? `${entry?.value ?? ""} (${t("shipped")})`.trim() : String(value);
        const protocol = protocols.find((known) => known.id === entry?.protocol)?.title[locale];
        const words = entry === null ? [t("goneNumber")] : [protocol, entry.section[locale], entry.label[locale]];
        const name = words.filter(Boolean).join(" · ");
        return (
          <li key={id}>
            {name}: <span className="tabular-nums">{written(from)}</span> → {}
            <span className="font-semibold tabular-nums">{written(to)}</span> {entry?.unit[locale]}
          </li>
        );
      })}
    </ul>
  );
}
