import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/small-parts";
import { CrisisLineForm } from "./crisis-line-form";

/** Whether the check-in asks about self-harm, and what a clinic takes on that switches it on. */
export function CrisisLineCard({
  version,
  phone,
  mayChange,
}: {
  version: number;
  phone: string | null;
  mayChange: boolean;
}) {
  const t = useTranslations("settings.crisis");
  return (
    <div className="grid gap-2.5">
      <p className="font-medium">{phone === null ? t("off") : t("on", { phone })}</p>
      <p className="max-w-prose text-ink-2">{t("commits")}</p>
      {mayChange ? (
        <Disclosure summary={t("change")}>
          <CrisisLineForm phone={phone} version={version} />
        </Disclosure>
      ) : null}
    </div>
  );
}
