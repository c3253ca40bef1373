import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { changeSentences } from "@/components/clinical/change-sentences";
import { FigurePicture } from "@/components/figure/figure-picture";
import { stillPicture } from "@/components/figure/still-picture";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { loadToday, type TodayLine } from "@/lib/records/today/load-today";
import { orProgram } from "../../_components/or-program";
import { PatientFrame } from "../../_components/patient-frame";
import { SeenForm } from "../_components/changes-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.changes"))("pageTitle") };
}

const kinds = ["added", "changed", "stopped"] as const;

/** Everything that the latest revision changed for the patient, by kind. */
export default async function ChangesPage() {
  const actor = await requireActor("patient");
  const { changes: found, lines, notToday } = await orProgram(actor, loadToday(actor));
  const t = await getTranslations("patient.changes");
  const format = await getFormatter();
  const locale = await getLocale();
  return (
    <PatientFrame current="today" name={actor.displayName}>
      <AppLink className="link inline-flex min-h-11 items-center gap-1 text-16" href="/my/today">
        <Icon name="left" size={18} />
        {t("back")}
      </AppLink>
      {found === null ? (
        <>
          <h1 className="text-26 font-bold tracking-tight">{t("pageTitle")}</h1>
          <Card>
            <EmptyState title={t("gone")}>{t("goneBody")}</EmptyState>
          </Card>
        </>
      ) : (
        <>
          <h1 className="text-26 font-bold tracking-tight">
            {t("title", { date: format.dateTime(new Date(found.on), "dayMonthWords") })}
          </h1>
          <p>{t("changedBy", { name: found.by })}</p>
          {kinds.map((kind) => {
            const told = found.changes.filter(({ change }) => change.kind === kind);
            return told.length === 0 ? null : (
              <Card key={kind} title={t(`sections.${kind}`)}>
                <ul className="grid gap-3">
                  {told.map(({ name, change }) => (
                    <li className="flex items-center gap-3" key={name.en}>
                      <span className="w-18 flex-none empty:hidden">
                        {change.kind === "stopped" ? null : (
                          <Still id={change.after.id} lines={[...lines, ...notToday]} />
                        )}
                      </span>
                      <span className="grid min-w-0 gap-1">
                        {changeSentences(locale, change, name[locale]).map((sentence) => (
                          <span key={sentence}>{sentence}</span>
                        ))}
                      </span>
                    </li>
                  ))}
                </ul>
              </Card>
            );
          })}
          <p className="text-16 text-ink-2">{t("questions", { name: found.by })}</p>
          <SeenForm isWide revisionId={found.revisionId} />
        </>
      )}
    </PatientFrame>
  );
}

/** The picture of a line that the patient may do now. */
function Still({ id, lines }: { id: string; lines: readonly TodayLine[] }) {
  const line = lines.find((one) => one.id === id);
  const picture = line ? stillPicture(line.figure, line.dosage.side) : null;
  return picture && <FigurePicture {...picture} />;
}
