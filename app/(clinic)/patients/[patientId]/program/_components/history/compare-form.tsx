import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { ComparedProgram } from "@/lib/records/programs/load-comparison";
import type { ProgramState } from "@/lib/schemas/compare";

/** How a state of the program is called: "Revision 4, signed by P. Sandpiper, Nov 5, 09:12". */
export function useStateWords(program: ComparedProgram, timeZone: string) {
  const t = useTranslations("program.compare");
  const format = useFormatter();
  const at = (instant: string) => format.dateTime(new Date(instant), "dayTime", { timeZone });
  return (state: ProgramState): { name: string; note: string } => {
    if (state === "template") return { name: t("template", { number: program.templateVersion }), note: t("published") };
    if (state === "draft") {
      const { draft } = program;
      return { name: t("draft"), note: draft ? t("saved", { name: draft.changedBy, at: at(draft.changedAt) }) : "" };
    }
    const revision = program.revisions.find(({ number }) => number === state);
    const note = revision ? t("signed", { name: revision.signedName, at: at(revision.signedAt) }) : "";
    return { name: t("revision", { number: state }), note };
  };
}

/** Chooses the two states; a form of its own address, without JavaScript. */
export function CompareForm({ program, timeZone }: { program: ComparedProgram; timeZone: string }) {
  const t = useTranslations("program.compare");
  const words = useStateWords(program, timeZone);
  const states: ProgramState[] = [
    ...(program.draft ? ["draft" as const] : []),
    ...program.revisions.map(({ number }) => number),
    "template",
  ];
  const choices = states.map((state) => {
    const { name, note } = words(state);
    return { value: String(state), label: state === "template" ? name : `${name}, ${note}` };
  });
  return (
    <form aria-label={t("pick")} className="flex flex-wrap items-end gap-3" method="get">
      <div className="min-w-40 flex-1">
        <Select
          choices={choices}
          defaultValue={String(program.from)}
          key={`from ${program.from}`}
          label={t("from")}
          name="from"
        />
      </div>
      <div className="min-w-40 flex-1">
        <Select
          choices={choices}
          defaultValue={String(program.to)}
          key={`to ${program.to}`}
          label={t("to")}
          name="to"
        />
      </div>
      <Button type="submit">{t("submit")}</Button>
    </form>
  );
}
