import { useFormatter, useTranslations } from "next-intl";
import type { Review } from "@/lib/records/settings/load-history";

const needed = ["surgeon", "therapist"] as const;

/** Who has signed for each role, and what that means for signing programs. */
export function Signatures({
  reviews,
  areComplete,
  isDemo,
  timeZone,
}: {
  reviews: readonly Review[];
  areComplete: boolean;
  isDemo: boolean;
  timeZone: string;
}) {
  const t = useTranslations("settings.review");
  const format = useFormatter();
  return (
    <div className="grid gap-2.5">
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {needed.map((role) => {
          const review = reviews.find((candidate) => candidate.role === role);
          return (
            <div className="contents" key={role}>
              <dt className="font-medium">{t(`roles.${role}`)}</dt>
              <dd className={review ? "" : "text-ink-2"}>
                {review
                  ? `${t("signed", {
                      name: review.by,
                      at: format.dateTime(new Date(review.at), "dayTime", { timeZone }),
                    })} (${t("of", { number: review.settingsVersion })})`
                  : t("missing")}
              </dd>
            </div>
          );
        })}
      </dl>
      {isDemo ? null : <p className="font-medium">{t(areComplete ? "complete" : "incomplete")}</p>}
    </div>
  );
}
