import { useLocale } from "next-intl";
import type { Text } from "@/lib/clinical/facts";

/** In what a template is less strict than the shipped protocol, a sentence each. */
export function LessStrictPoints({ points }: { points: readonly { because: Text }[] }) {
  const locale = useLocale();
  return (
    <ul className="list-disc ps-5">
      {points.map(({ because }) => (
        <li key={because.en}>{because[locale]}</li>
      ))}
    </ul>
  );
}
