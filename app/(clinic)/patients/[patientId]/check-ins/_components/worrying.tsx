import { useLocale } from "next-intl";
import type { CheckInLine } from "@/lib/records/patients/load-check-ins";

/** The warning signs of a report, in the words of their questions. */
export function Worrying({ worrying }: Pick<CheckInLine, "worrying">) {
  const locale = useLocale();
  if (worrying.length === 0) return <>–</>;
  return (
    <ul className="grid min-w-48 gap-1">
      {worrying.map(({ question, answer }) => (
        <li key={question.en}>
          {question[locale]}
          {answer === null ? null : <span className="text-ink-2"> {answer[locale]}</span>}
        </li>
      ))}
    </ul>
  );
}
