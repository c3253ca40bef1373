import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import { restrictionInWords } from "../../_components/banner-words";

type Shown = Pick<ProgramPage, "draft" | "signedLines" | "massUnit">;

/** A draft that an order of restrictions began says so: what was ordered and which lines it leaves out. Nothing on every other draft. */
export function ProposedNotice({ page: { draft, signedLines, massUnit } }: { page: Shown }) {
  const t = useTranslations("program.proposed");
  const record = useTranslations("patientRecord");
  const locale = useLocale();
  if (draft?.proposed?.kind !== "restriction") return null;
  const { restrictions, leftOut } = draft.proposed;
  const ordered = restrictions.map((restriction) => restrictionInWords(restriction, massUnit, record, locale));
  const nameOf = (code: string) => signedLines.find(({ exercise }) => exercise === code)?.name[locale] ?? code;
  const lines = leftOut.map(({ exercise, phase }) => t("line", { name: nameOf(exercise), phase }));
  return (
    <Notice title={t("title", { names: ordered.join(", ") })} tone="warn">
      {t("leftOut", { count: lines.length, names: lines.join(", ") })} {t("next")}
    </Notice>
  );
}
