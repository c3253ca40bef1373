import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Worklist, WorklistGroup } from "@/lib/records/worklist/load-worklist";
import { AlertAgeCell } from "./alert-age-cell";
import { AlertPanel } from "./alert-panel";
import { AlertRow } from "./alert-row";
import { PatientCells } from "./patient-cells";

/** From 1200 px; without "After" until 1360 px. Narrower, the browser decides. */
const columns = [
  { key: "patient", look: "xl:w-40 min-[85rem]:w-50" },
  { key: "procedure", look: "xl:w-46 min-[85rem]:w-52" },
  { key: "after", look: "w-20 max-[85rem]:hidden" },
  { key: "phase", look: "xl:w-31 min-[85rem]:w-44" },
  { key: "pain", look: "xl:w-33 min-[85rem]:w-34" },
  { key: "done", look: "w-22 max-[68rem]:hidden min-[85rem]:w-24" },
  { key: "flags", look: "xl:w-38 min-[85rem]:w-40" },
  { key: "alert", look: "" },
] as const;
const groups: readonly WorklistGroup[] = ["act-now", "today", "on-track"];

/** The patients in their groups; below 768 px each row is a block. */
export function WorklistTable({ list, now, timeZone }: { list: Worklist; now: Date; timeZone: string }) {
  const t = useTranslations("worklist");
  const first = list.rows.find(
    ({ group, alerts }) => group === "act-now" && alerts.some(({ state }) => state === "open"),
  );
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:hidden">
        <tr>
          {columns.map(({ key, look }) => (
            <th
              className={`h-7.5 border-b border-line px-2 text-start text-12 font-medium text-ink-3 min-[85rem]:px-2.5 ${look}`}
              key={key}
              scope="col"
            >
              {t(`columns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => {
        const rows = list.rows.filter((row) => row.group === group);
        if (rows.length === 0) return null;
        return (
          <tbody className="max-md:block" key={group}>
            <tr className="max-md:block">
              <th
                className="px-2 pt-3 pb-1 text-start text-12 font-semibold text-ink-2 max-md:block min-[85rem]:px-2.5"
                colSpan={8}
                scope="rowgroup"
              >
                {t(`groups.${group}`)} · {list.counts[group]}
                <span className="ms-2 font-normal text-ink-3">{t(`groupNotes.${group}`)}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Fragment key={row.id}>
                <AlertRow
                  age={<AlertAgeCell alerts={row.alerts} now={now} timeZone={timeZone} />}
                  cells={<PatientCells row={row} today={list.today} />}
                  id={row.id}
                  isOpenAtFirst={row === first}
                  panel={
                    row.alerts.length === 0 ? null : <AlertPanel row={row} timeZone={timeZone} today={list.today} />
                  }
                  toggleName={t("openAlert", { name: row.name })}
                />
              </Fragment>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
