import { useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import type { SigningStops } from "@/lib/draft/signing-stops";
import type { SignPage } from "@/lib/records/programs/load-sign-page";
import type { DraftLine } from "@/lib/schemas/program";

/** Whether nothing stands between the draft and its signature. */
export function isSignable(stops: SigningStops, isTooEarly: boolean): boolean {
  const { isEmpty, blocked, general, unexplained } = stops;
  return !isEmpty && !isTooEarly && blocked.length + general.length + unexplained.length === 0;
}

/** What must be mended first, each with the way to its line. */
export function SignStops({
  stops,
  isTooEarly,
  page,
  patientId,
}: {
  stops: SigningStops;
  isTooEarly: boolean;
  page: SignPage;
  patientId: string;
}) {
  const t = useTranslations("program.signing.stops");
  const locale = useLocale();
  if (isSignable(stops, isTooEarly)) return null;
  const link = (line: DraftLine, words: string) => (
    <li key={line.id}>
      <AppLink className="link-alone" href={`/patients/${patientId}/program#line-${line.id}`}>
        {words}
      </AppLink>{" "}
      <span className="text-12 text-ink-3">{t("phase", { n: line.phase })}</span>
    </li>
  );
  const nameOf = ({ exercise }: DraftLine) => page.content.exercises[exercise]?.name[locale] ?? exercise;
  return (
    <Notice shape={<Shape name="block" />} title={t("title")} tone="stop">
      <ul className="mt-1 grid gap-0.5">
        {stops.isEmpty ? <li>{t("empty")}</li> : null}
        {isTooEarly ? <li>{t("early")}</li> : null}
        {stops.general.length > 0 ? <li>{t("general")}</li> : null}
        {stops.blocked.map(({ line }) => link(line, t("blocked", { name: nameOf(line) })))}
        {stops.unexplained.map((line) => link(line, t("unexplained", { name: nameOf(line) })))}
      </ul>
    </Notice>
  );
}
