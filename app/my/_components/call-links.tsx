import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { telephoneOf } from "./telephone";

/** The clinic's number, and the emergency number below it. */
export function CallLinks({ phone, emergencyNumber }: { phone: string; emergencyNumber: string }) {
  const t = useTranslations("patient.hold");
  return (
    <div className="grid gap-2">
      <LinkButton href={`tel:${telephoneOf(phone).number}`} isWide>
        <Icon name="phone" size={18} />
        {t("callClinic", { phone: telephoneOf(phone).shown })}
      </LinkButton>
      <a
        className="link flex min-h-11 items-center justify-center text-center text-16"
        href={`tel:${telephoneOf(emergencyNumber).number}`}
      >
        {t("emergency", { number: emergencyNumber })}
      </a>
    </div>
  );
}
