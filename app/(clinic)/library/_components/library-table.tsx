import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { Stamp } from "@/components/ui/small-parts";
import { categoryWords, positionWords } from "@/lib/clinical/library-words";
import { movementInWords } from "@/lib/clinical/words";
import type { LibraryRow } from "@/lib/records/library/search-library";
import { FavouriteStar } from "../../_components/favourite-star";

const columns = [
  { key: "name", look: "" },
  { key: "category", look: "max-xl:hidden" },
  { key: "bodyRegion", look: "max-lg:hidden" },
  { key: "position", look: "" },
  { key: "tags", look: "max-lg:hidden" },
  { key: "dosage", look: "" },
  { key: "lastUsed", look: "max-xl:hidden" },
] as const;
const cell = "px-2.5 py-1.5 max-md:block max-md:p-0 max-md:text-ink-2";
const wideCell = "px-2.5 py-1.5 text-ink-2";

/** The exercises found; below 768 px each row is a block. `mayPrefer`: with a star, the last use and one's own dosage. */
export function LibraryTable({
  rows,
  mayPrefer,
  timeZone,
}: {
  rows: readonly LibraryRow[];
  mayPrefer: boolean;
  timeZone: string;
}) {
  const t = useTranslations("library");
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:hidden">
        <tr>
          {mayPrefer ? (
            <th className="w-10 border-b border-line" scope="col">
              <span className="sr-only">{t("columns.favourite")}</span>
            </th>
          ) : null}
          {columns.map(({ key, look }) =>
            key === "lastUsed" && !mayPrefer ? null : (
              <th
                className={`h-7.5 border-b border-line px-2.5 text-start text-12 font-medium whitespace-nowrap text-ink-3 ${look}`}
                key={key}
                scope="col"
              >
                {t(`columns.${key}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <ExerciseRow key={`${row.code} ${row.isFavourite}`} mayPrefer={mayPrefer} row={row} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

function ExerciseRow({ row, mayPrefer, timeZone }: { row: LibraryRow; mayPrefer: boolean; timeZone: string }) {
  const t = useTranslations("library");
  const locale = useLocale();
  const format = useFormatter();
  const { code, name, position, equipment, myDosage, lastUsedAt } = row;
  const place = [positionWords[position], ...equipment].map((words) => words[locale]).join(", ");
  return (
    <tr
      className="h-10 border-b border-line focus-within:bg-accent-tint max-md:grid max-md:h-auto max-md:grid-cols-[2.25rem_minmax(0,1fr)] max-md:px-2 max-md:py-2"
      data-row={code}
    >
      {mayPrefer ? (
        <td className="px-1.5 max-md:row-span-3 max-md:p-0">
          <FavouriteStar code={code} isFavourite={row.isFavourite} name={name[locale]} />
        </td>
      ) : null}
      <th className={`${cell} text-start font-semibold max-md:col-start-2 max-md:text-ink`} scope="row">
        <div className="flex items-center gap-2.25">
          <span className="flex-none rounded-6 border border-line bg-inset">
            <FigureThumb code={code} />
          </span>
          <span>
            <AppLink
              className="inline-flex min-h-6 items-center hover:underline"
              data-row-name=""
              href={`/library/${encodeURIComponent(code)}`}
            >
              {name[locale]}
            </AppLink>{" "}
            {row.isOwn ? <Stamp>{t("own")}</Stamp> : null}
            {row.isOriginalStricter ? (
              <span className="flex items-center gap-1 text-12 font-medium">
                <Shape name="caution" size={14} /> {t("originalStricter")}
              </span>
            ) : null}
          </span>
        </div>
      </th>
      <td className={`${wideCell} max-xl:hidden`}>{categoryWords[row.category][locale]}</td>
      <td className={`${wideCell} first-letter:uppercase max-lg:hidden`}>{row.bodyRegion[locale]}</td>
      <td className={`${cell} text-ink-2 max-md:col-start-2 max-md:ps-12.75`}>{place}</td>
      <td className={`${wideCell} first-letter:uppercase max-lg:hidden`}>
        {row.tags.map((tag) => movementInWords(tag)[locale]).join(", ")}
      </td>
      <td className={`${cell} whitespace-nowrap max-md:col-start-2 max-md:ps-12.75`}>
        <DosageLine dosage={myDosage ?? row.facts.defaultDosage} />{" "}
        {myDosage === null ? null : <Stamp>{t("myDosage")}</Stamp>}
      </td>
      {mayPrefer ? (
        <td className={`${wideCell} whitespace-nowrap max-xl:hidden`}>
          {lastUsedAt === null ? "" : format.dateTime(new Date(lastUsedAt), "day", { timeZone })}
        </td>
      ) : null}
    </tr>
  );
}
