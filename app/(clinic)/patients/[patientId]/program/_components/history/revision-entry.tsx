import { useFormatter, useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { HistoryEntry } from "@/lib/records/programs/load-history";
import { type ChangeKind, kindOf } from "./change-mark";

const told = ["added", "removed", "moved", "changed"] as const satisfies readonly ChangeKind[];
const namesShown = 4;

/** One revision in the history: who, when, what it changed in one line, and the ways on. */
export function RevisionEntry({
  revision,
  isCurrent,
  patientId,
  timeZone,
}: {
  revision: HistoryEntry;
  isCurrent: boolean;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("program.history");
  const words = useTranslations("program.revisions");
  const format = useFormatter();
  const { number, signedName, signedAt, seenAt, isTold, lineCount } = revision;
  const program = `/patients/${patientId}/program`;
  const at = (instant: string) => format.dateTime(new Date(instant), "dayTime", { timeZone });
  return (
    <li className="grid gap-0.5 py-2.5">
      <p className="flex flex-wrap items-center gap-x-3">
        <AppLink className="link-alone font-semibold" href={`${program}/revisions/${number}`}>
          {words("revision", { number })}
          {isCurrent ? ` · ${words("current")}` : ""}
        </AppLink>
        <span className="text-ink-2">{words("signedBy", { name: signedName, at: at(signedAt) })}</span>
      </p>
      <p>{number === 1 ? t("first", { count: lineCount }) : <Summary revision={revision} />}</p>
      {isTold ? (
        <p className="text-12 text-ink-2">{seenAt === null ? t("notSeen") : t("seen", { at: at(seenAt) })}</p>
      ) : null}
      <p className="flex flex-wrap gap-x-4">
        {number > 1 ? (
          <AppLink className="link-alone" href={`${program}/compare?from=${number - 1}&to=${number}`}>
            {t("compare", { number: number - 1 })}
          </AppLink>
        ) : null}
        <AppLink className="link-alone" href={`${program}/compare?from=template&to=${number}`}>
          {t("compareTemplate")}
        </AppLink>
      </p>
    </li>
  );
}

/** "Added: Bird dog. Changed: Brisk walking." */
function Summary({ revision: { changes, names } }: { revision: HistoryEntry }) {
  const t = useTranslations("program.history");
  const locale = useLocale();
  const format = useFormatter();
  if (changes.length === 0) return t("nothing");
  const sentences = told.flatMap((kind) => {
    const codes = changes
      .filter((change) => kindOf(change) === kind)
      .map((change) => (change.kind === "removed" ? change.before : change.after).exercise);
    if (codes.length === 0) return [];
    const shown = codes.slice(0, namesShown).map((code) => names[code]?.[locale] ?? code);
    const rest = codes.length - shown.length;
    const list = rest > 0 ? t("more", { names: shown.join(", "), count: rest }) : format.list(shown);
    return t(`kinds.${kind}`, { names: list });
  });
  return sentences.join(" ");
}
