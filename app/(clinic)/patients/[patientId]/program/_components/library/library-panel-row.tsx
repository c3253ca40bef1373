"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button, GridListItem, Link } from "react-aria-components";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { Shape } from "@/components/clinical/shape";
import { VerdictBadge } from "@/components/clinical/status-badges";
import { Icon } from "@/components/ui/icon";
import { categoryWords, positionWords } from "@/lib/clinical/library-words";
import { clearanceWords } from "@/lib/clinical/words";
import type { LibraryRow } from "@/lib/records/library/search-library";
import type { NotNow } from "./library-panel-fit";

const small = "grid size-6 flex-none place-items-center rounded-6 text-ink-2 hover:bg-sunken hover:text-ink";

/** One exercise of the library: dragged by its figure, added by Enter or the plus, with the reason where it does not fit now. */
export function LibraryPanelRow({
  row,
  notNow,
  isAdded,
  isInTemplate,
  onAdd,
  onFavourite,
}: {
  row: LibraryRow;
  notNow: NotNow | null;
  isAdded: boolean;
  /** The template has it in the phase in work. */
  isInTemplate: boolean;
  onAdd: () => void;
  onFavourite: (isFavourite: boolean) => void;
}) {
  const t = useTranslations("program.library");
  const locale = useLocale();
  const name = row.name[locale];
  const kinds = [categoryWords[row.category], positionWords[row.position]].map((words) => words[locale]);
  return (
    <GridListItem
      className="flex min-h-12.5 items-start gap-2.25 border-t border-line py-1.5 ps-3 pe-2 outline-offset-[-2px] data-hovered:bg-inset data-dragging:opacity-60"
      id={row.code}
      {...(isAdded ? {} : { onAction: onAdd })}
      textValue={name}
    >
      <Button
        aria-label={t("drag", { name })}
        className={`grid h-9 w-10 flex-none cursor-grab place-items-center rounded-6 border border-line bg-inset ${notNow ? "[&>svg]:opacity-55" : ""}`}
        slot="drag"
      >
        <FigureThumb code={row.code} />
      </Button>
      <div className={`min-w-0 flex-1 ${notNow ? "text-ink-2" : ""}`}>
        <p className="leading-4.25 font-medium break-words">{name}</p>
        {notNow ? <WhyNot notNow={notNow} /> : null}
        <p className="text-12 text-ink-3">
          {notNow ? null : `${kinds.join(" · ")} · `}
          {isInTemplate ? `${t("inTemplate")} · ` : null}
          {row.isOwn ? `${t("own")} · ` : null}
          <Link
            className="inline-block min-h-6 py-1 leading-4 underline underline-offset-2"
            href={`/library/${row.code}`}
            target="_blank"
          >
            {t("page")}
            <span className="sr-only"> {t("pageOf", { name })}</span>
          </Link>
        </p>
        {notNow === null && !isAdded && (row.verdict === "caution" || row.verdict === "override") ? (
          <VerdictBadge size={13} verdict={row.verdict} />
        ) : null}
      </div>
      <div className="grid flex-none justify-items-end">
        {isAdded ? (
          <span className="min-h-6 text-12 text-ink-3">{t("isAdded")}</span>
        ) : (
          <Button aria-label={t("add", { name })} className={small} onPress={onAdd}>
            <Icon name="plus" />
          </Button>
        )}
        <Button
          aria-label={t("favorite", { name })}
          aria-pressed={row.isFavourite}
          className={`${small} aria-pressed:text-accent-ink aria-pressed:[&_path]:fill-current`}
          onPress={() => onFavourite(!row.isFavourite)}
        >
          <Icon name="star" size={14} />
        </Button>
      </div>
    </GridListItem>
  );
}

function WhyNot({ notNow }: { notNow: NotNow }) {
  const t = useTranslations("program.library.why");
  const locale = useLocale();
  const words = {
    day: () => {
      if (notNow.because !== "day") return "";
      const { day, inDays } = notNow;
      return inDays === null ? t("dayAlone", { day }) : t("day", { day, count: inDays });
    },
    clearance: () =>
      notNow.because === "clearance"
        ? t("clearance", { keys: notNow.keys.map((key) => clearanceWords[key][locale]).join(", ") })
        : "",
    blocked: () => (notNow.because === "blocked" ? (notNow.words?.[locale] ?? "") : ""),
  };
  const shape = { day: "not-yet", clearance: "requested", blocked: "block" } as const;
  return (
    <p className="grid grid-cols-[13px_minmax(0,1fr)] gap-1 text-12 text-ink-2">
      <Shape className="mt-0.5" name={shape[notNow.because]} size={12} />
      <span>
        {notNow.because === "blocked" ? <b className="font-semibold">{t("blocked")} </b> : null}
        {words[notNow.because]()}
      </span>
    </p>
  );
}
