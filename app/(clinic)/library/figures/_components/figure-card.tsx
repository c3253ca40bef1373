import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { StatusBadge } from "@/components/clinical/status-badges";
import { drawingOf } from "@/components/figure/drawing-of";
import { FaultList } from "@/components/figure/fault-list";
import { faultsOf, sizeOf } from "@/components/figure/figure-checks";
import { KeyPoses } from "@/components/figure/key-poses";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import { Stamp, Tag } from "@/components/ui/small-parts";
import { categoryWords, positionWords } from "@/lib/clinical/library-words";
import type { FigureRow } from "@/lib/records/library/load-figure-sheet";

/** One exercise on the contact sheet: its pictures, what the checks say, its size. `chosenFor`: the own exercise that may take its pictures. */
export async function FigureCard({ row, chosenFor }: { row: FigureRow; chosenFor: string | undefined }) {
  const t = await getTranslations("figures");
  const own = await getTranslations("library");
  const words = await getTranslations("figure");
  const locale = await getLocale();
  const format = await getFormatter();
  const { code, name, category, position, isOwn, tags, figure } = row;
  const drawing = figure === null ? undefined : drawingOf(figure);
  const address = `/library/${encodeURIComponent(code)}`;
  const size = drawing ? await sizeOf(drawing) : 0;
  const faults = drawing ? faultsOf(drawing, tags) : [];
  return (
    <li className="grid content-start gap-2 rounded-10 border border-line bg-surface p-3 [contain-intrinsic-size:auto_20rem] [content-visibility:auto]">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="text-14 font-title">
          <AppLink className="link-alone" href={address}>
            {name[locale]}
          </AppLink>
        </h2>
        {isOwn ? <Stamp>{own("own")}</Stamp> : null}
      </div>
      <p className="flex flex-wrap gap-1.5">
        <Tag>{categoryWords[category][locale]}</Tag>
        <Tag>{drawing ? t(`bases.${drawing.scene.record.base}`) : positionWords[position][locale]}</Tag>
      </p>
      {drawing ? (
        <KeyPoses className="[&>li]:max-w-44 [&>li]:min-w-28" drawing={drawing} locale={locale} words={words} />
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
        {!drawing ? (
          <span className="text-ink-2">{t("sheet.none")}</span>
        ) : faults.length === 0 ? (
          <StatusBadge shape="clear" word={t("sheet.passed")} />
        ) : (
          <StatusBadge shape="block" word={t("sheet.faults", { count: faults.length })} />
        )}
        {drawing ? (
          <span className="text-ink-3">
            {t("sheet.size", {
              kb: format.number(size / 1000, { maximumFractionDigits: 1, minimumFractionDigits: 1 }),
            })}
          </span>
        ) : null}
        <span className="ms-auto flex flex-wrap gap-2">
          {chosenFor === undefined ? null : (
            <LinkButton href={`/library/${encodeURIComponent(chosenFor)}/figure?from=${encodeURIComponent(code)}`}>
              {t("sheet.take")} <span className="sr-only">({name[locale]})</span>
            </LinkButton>
          )}
          {isOwn && chosenFor === undefined ? (
            <LinkButton href={`${address}/figure`}>
              {t("sheet.change")} <span className="sr-only">({name[locale]})</span>
            </LinkButton>
          ) : null}
        </span>
      </div>
      <FaultList faults={faults} />
    </li>
  );
}
