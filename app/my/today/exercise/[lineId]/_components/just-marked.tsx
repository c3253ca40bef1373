import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { lastMarkedSession } from "@/lib/check-in/next-up";
import type { TodayLine } from "@/lib/records/today/load-today";
import { useText } from "../../../../_components/words";
import { MarkedRow } from "./marked-row";
import type { MarkFormProps } from "./mark-form";

/** "Gentle bridge: Done. Undo", on the page that comes after a mark; nothing where it has been taken back. */
export function JustMarked({
  after,
  lines,
  ...form
}: Pick<MarkFormProps, "idempotencyKey" | "goOn"> & {
  /** The exercise that was marked, as the address names it. */
  after: string | string[] | undefined;
  lines: readonly TodayLine[];
}) {
  const words = useText();
  const line = lines.find(({ id }) => id === after);
  const session = line === undefined ? null : lastMarkedSession(line.marks);
  if (after === "kept") return <MarkKept />;
  if (line === undefined || session === null) return null;
  return (
    <MarkedRow
      {...form}
      key={`${line.id} ${line.marks.join(" ")}`}
      line={{ id: line.id, marks: line.marks }}
      lines={lines.map(({ id, marks }) => ({ id, marks }))}
      name={words(line.texts.name)}
      session={session}
    />
  );
}

/** A mark that the team has, though the list has not: a browser without JavaScript comes here after it. */
function MarkKept() {
  const t = useTranslations("patient.exercise");
  return (
    <Notice isLive title={t("keptTitle")}>
      {t("kept")}
    </Notice>
  );
}
