import type { Text } from "@/lib/clinical/facts";
import type { Locale } from "@/lib/i18n/locale";
import type { SignsByLevel } from "@/lib/records/check-ins/signs-by-level";
import { handoutWords, type Clinic } from "./handout-words";

/** What needs help, and from whom: the warning signs of this person on paper. */
export function HandoutSigns({ signs, clinic, locale }: { signs: SignsByLevel; clinic: Clinic; locale: Locale }) {
  const t = handoutWords(locale);
  return (
    <section className="pt-4">
      <h3 className="text-20 font-bold">{t("signsTitle")}</h3>
      <Signs locale={locale} signs={signs.emergency} title={t("emergency", { number: clinic.emergencyNumber })} />
      <Signs locale={locale} signs={signs.sameDay} title={t("sameDay", { phone: clinic.phone })} />
    </section>
  );
}

function Signs({ title, signs, locale }: { title: string; signs: readonly Text[]; locale: Locale }) {
  if (signs.length === 0) return null;
  return (
    <div className="mt-2 break-inside-avoid rounded-6 border-2 border-ink px-4 py-2.5">
      <p className="font-bold">{title}</p>
      <ul className="mt-1 list-disc gap-x-8 ps-5 sm:columns-2 print:columns-2">
        {signs.map((sign) => (
          <li className="break-inside-avoid" key={sign.en}>
            {sign[locale]}
          </li>
        ))}
      </ul>
    </div>
  );
}
