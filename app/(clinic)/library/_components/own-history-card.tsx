import { useFormatter, useLocale, useTranslations } from "next-intl";
import { LessStrictList } from "@/components/clinical/less-strict-list";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import type { Text } from "@/lib/clinical/facts";
import type { OwnHistory } from "@/lib/records/library/load-own-history";

/** Where an exercise of the clinic's own comes from, in what it is less strict and who said why, and its versions. */
export function OwnHistoryCard({
  history: { copiedFrom, changes, stricter },
  protocols,
  editHref,
}: {
  history: OwnHistory;
  /** Where the reader may change it; null: they may not. */
  editHref: string | null;
  protocols: readonly { id: string; title: Text }[];
}) {
  const t = useTranslations("ownExercise.history");
  const locale = useLocale();
  const format = useFormatter();
  const signed = ({ by, at }: OwnHistory["changes"][number]) =>
    t("signed", { name: by, date: format.dateTime(at, { dateStyle: "medium" }) });
  const written = changes.find(({ kind }) => kind !== "retired");
  const titles = new Map(protocols.map(({ id, title }) => [id, title[locale]]));
  return (
    <Card title={t("title")}>
      <div className="grid gap-3">
        {copiedFrom === null ? null : (
          <p>
            <AppLink className="link-alone" href={`/library/${encodeURIComponent(copiedFrom.code)}`}>
              {t("copied", { name: copiedFrom.name[locale] })}
            </AppLink>
          </p>
        )}
        {copiedFrom === null || stricter.length === 0 ? null : (
          <section className="grid gap-1 rounded-10 border border-care-line bg-care-tint px-3.5 py-2.5">
            <h3 className="flex items-center gap-2 font-semibold">
              <Shape name="caution" size={16} />
              {t("nowStricter", { name: copiedFrom.name[locale] })}
            </h3>
            <LessStrictList found={stricter} protocols={titles} />
            <p>{t("nowStricterRest")}</p>
            {editHref === null ? null : (
              <AppLink className="link-alone" href={editHref}>
                {t("nowStricterEdit")}
              </AppLink>
            )}
          </section>
        )}
        {written === undefined || written.lessStrict.length === 0 ? null : (
          <section className="grid gap-1 rounded-10 border border-care-line bg-care-tint px-3.5 py-2.5">
            <h3 className="flex items-center gap-2 font-semibold">
              <Shape name="caution" size={16} />
              {copiedFrom === null
                ? t("lessStrictThanBefore", { version: written.version - 1 })
                : t("lessStrict", { name: copiedFrom.name[locale] })}
            </h3>
            <LessStrictList found={written.lessStrict} protocols={titles} />
            <p>{t("because", { reason: written.reason ?? "" })}</p>
            <p className="text-12 text-ink-2">{signed(written)}</p>
          </section>
        )}
        <ol className="grid gap-1">
          {changes.map((change) => (
            <li key={change.version}>
              <span className="font-medium">{t("version", { version: change.version })}</span>{" "}
              <span className="text-ink-2">
                {t(`kinds.${change.kind}`)} · {signed(change)}
                {change.kind === "retired" ? ` · ${change.reason ?? ""}` : ""}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}
