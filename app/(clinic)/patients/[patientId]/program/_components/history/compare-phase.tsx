import { useLocale, useTranslations } from "next-intl";
import { DosageCells, type DosageColumn } from "@/components/clinical/dosage-cells";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import { isChange, type LineChange } from "@/lib/draft/compare-lines";
import type { ComparedProgram } from "@/lib/records/programs/load-comparison";
import type { DraftLine } from "@/lib/schemas/program";
import { ChangeMark, kindOf } from "./change-mark";
import { differenceKeys, type DifferenceKey } from "./line-difference";

type ComparePhaseProps = {
  title: string;
  changes: readonly LineChange[];
  /** By code, of the two states. */
  names: ComparedProgram["names"];
  /** The two states by name. */
  states: readonly [string, string];
  /** The page that explains the later state's line, where it is signed. */
  explain: ((lineId: string) => string) | null;
};

/** A phase that differs in its two states, line by line; lines that are the same stand back. */
export function ComparePhase({ title, changes, ...row }: ComparePhaseProps) {
  const t = useTranslations("program.compare");
  const same = changes.filter((change) => !isChange(change));
  return (
    <Card title={title}>
      <CompareLines changes={changes.filter(isChange)} {...row} />
      {same.length === 0 ? null : (
        <div className="border-t border-line pt-2">
          <Disclosure summary={t("same", { count: same.length })}>
            <CompareLines changes={same} {...row} />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

/** A phase that is the same in both states: its lines on demand. */
export function SamePhase({ title, changes, ...row }: ComparePhaseProps) {
  const t = useTranslations("program.compare");
  return (
    <Disclosure summary={`${title} · ${t("same", { count: changes.length })}`}>
      <CompareLines changes={changes} {...row} />
    </Disclosure>
  );
}

function CompareLines({ changes, ...row }: Omit<ComparePhaseProps, "title">) {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => (
        <CompareLine change={change} key={(change.kind === "removed" ? change.before : change.after).id} {...row} />
      ))}
    </ul>
  );
}

function CompareLine({
  change,
  names,
  states,
  explain,
}: { change: LineChange } & Omit<ComparePhaseProps, "title" | "changes">) {
  const t = useTranslations("program.compare");
  const words = useTranslations("program.changes");
  const locale = useLocale();
  const before = change.kind === "added" ? null : change.before;
  const after = change.kind === "removed" ? null : change.after;
  const exercise = (after ?? before)?.exercise ?? "";
  const name = names[after ? 1 : 0][exercise]?.[locale] ?? exercise;
  const keys = change.kind === "both" ? differenceKeys(change.keys) : [];
  return (
    <li className="grid gap-x-4 gap-y-2 py-2.5 lg:grid-cols-[minmax(11rem,1fr)_minmax(0,1.4fr)_minmax(0,1.4fr)]">
      <div className="grid content-start gap-0.5">
        <span className="font-semibold">{name}</span>
        <ChangeMark kind={kindOf(change)} />
        {keys.length > 0 ? (
          <span className="text-12 text-ink-2">
            {t("differs", { keys: keys.map((key) => words(`keys.${key}`)).join(", ") })}
          </span>
        ) : null}
        {after && explain ? (
          <AppLink aria-label={t("explain", { name })} className="link-alone text-12" href={explain(after.id)}>
            {t("explainWord")}
          </AppLink>
        ) : null}
      </div>
      <Side keys={[]} line={before} state={states[0]} />
      <Side keys={keys} line={after} state={states[1]} />
    </li>
  );
}

const saidInWords = ["phase", "note", "reason"] as const satisfies readonly DifferenceKey[];

function isCell(key: DifferenceKey): key is DosageColumn {
  return !saidInWords.some((word) => word === key);
}

/** One state of a line; the name of the state stands above it, so that it can be read alone on a narrow screen. */
function Side({ state, line, keys }: { state: string; line: DraftLine | null; keys: readonly DifferenceKey[] }) {
  const t = useTranslations("program.compare");
  const words = useTranslations("program.changes");
  return (
    <div className="grid content-start gap-1 rounded-6 border border-line px-2.5 py-1.5">
      <p className="text-12 font-semibold text-ink-2">
        {state}
        {line && keys.includes("phase") ? ` · ${words("inPhase", { n: line.phase })}` : ""}
      </p>
      {line === null ? (
        <p className="text-ink-3">{t("absent")}</p>
      ) : (
        <>
          <DosageCells changed={keys.filter(isCell)} dosage={line.dosage} />
          {line.noteToPatient === null ? null : <p className="text-ink-2">“{line.noteToPatient}”</p>}
          {line.overrideReason === null ? null : (
            <p className="text-12 text-ink-2">
              {words("keys.reason")}: “{line.overrideReason}”
            </p>
          )}
        </>
      )}
    </div>
  );
}
