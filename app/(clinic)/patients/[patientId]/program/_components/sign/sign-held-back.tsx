import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import type { SignedLine, SigningResult } from "@/lib/clinical/signing";
import { clearanceWords } from "@/lib/clinical/words";
import type { SignPage } from "@/lib/records/programs/load-sign-page";
import { HeldBack } from "../held-back";

/** Lines that are signed but not open: until when, or for whose decision. The phase in hand first and open, the others on demand. */
export function SignHeldBack({ page, answer, phaseNow }: { page: SignPage; answer: SigningResult; phaseNow: number }) {
  const t = useTranslations("program.signing");
  const phases = useTranslations("program.changes");
  const locale = useLocale();
  const held = answer.lines.filter(({ heldBack }) => heldBack !== null);
  const numbers = [...new Set(held.map(({ phase }) => phase))].sort((a, b) => a - b);
  return (
    <Card title={t("heldTitle")}>
      {held.length === 0 ? (
        <p className="text-ink-2">{t("heldNone")}</p>
      ) : (
        <p className="text-ink-2">{t("heldNote")}</p>
      )}
      <div className="grid gap-1 pt-1">
        {numbers.map((n) => {
          const lines = held.filter(({ phase }) => phase === n);
          return (
            <Disclosure
              isOpen={n === phaseNow}
              key={n}
              summary={`${phases("inPhase", { n })} ${page.phases.find((phase) => phase.n === n)?.name[locale] ?? ""} · ${lines.length}`}
            >
              <ul className="mb-2 divide-y divide-line">
                {lines.map((line, index) => (
                  <li className="grid gap-x-4 py-1.5 sm:grid-cols-2" key={`${line.exercise} ${index}`}>
                    <span className="font-semibold">
                      {page.content.exercises[line.exercise]?.name[locale] ?? line.exercise}
                    </span>
                    <Wait line={line} page={page} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          );
        })}
      </div>
    </Card>
  );
}

function Wait({ line: { heldBack }, page }: { line: SignedLine; page: SignPage }) {
  const t = useTranslations("program.signing");
  const locale = useLocale();
  const format = useFormatter();
  if (heldBack?.until !== "clearance") return <HeldBack anchor={page.situation.anchor} heldBack={heldBack} />;
  return (
    <ul className="grid gap-0.5">
      {heldBack.keys.map((key) => {
        const decider = page.deciders.find((candidate) => candidate.key === key);
        const asked = decider?.askedAt ?? null;
        return (
          <li className="flex items-start gap-1.5" key={key}>
            <Shape className="mt-0.5 flex-none" name={asked === null ? "needs-clearance" : "requested"} />
            <span>
              {t("clearance", {
                key: clearanceWords[key][locale],
                who: decider?.decidedBy ?? "surgeon",
                name: page.surgeon,
              })}
              {": "}
              {asked === null ? t("notAsked") : t("asked", { date: format.dateTime(new Date(asked), "day") })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
