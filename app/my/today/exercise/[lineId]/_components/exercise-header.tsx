import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { telephoneOf } from "../../../../_components/telephone";

/** Above one exercise: back to the list, its place in the day, and whom to call. */
export function ExerciseHeader({ place, phone }: { place: { n: number; count: number } | null; phone: string }) {
  const t = useTranslations("patient.exercise");
  return (
    <div className="flex flex-1 flex-wrap items-center justify-between gap-x-3 text-16">
      <AppLink className="link inline-flex min-h-11 items-center gap-1" href="/my/today">
        <Icon name="left" size={18} />
        {t("list")}
      </AppLink>
      {place === null ? null : <span className="font-semibold">{t("place", place)}</span>}
      <AppLink className="link inline-flex min-h-11 items-center" href={`tel:${telephoneOf(phone).number}`}>
        {t("help")}
      </AppLink>
    </div>
  );
}
