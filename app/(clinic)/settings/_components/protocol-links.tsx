import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { SettingPart } from "@/lib/clinical/settings/entry";
import type { SettingsPage } from "@/lib/records/settings/load-settings-page";

/** The protocols of a part that goes by protocol, as links. */
export function ProtocolLinks({
  part,
  protocols,
  chosen,
}: {
  part: SettingPart;
  protocols: SettingsPage["protocols"];
  chosen: string;
}) {
  const t = useTranslations("settings");
  const locale = useLocale();
  return (
    <nav aria-label={t("protocols")}>
      <ul className="flex flex-wrap gap-1.5">
        {protocols.map(({ id, title }) => (
          <li key={id}>
            <AppLink
              aria-current={id === chosen ? "page" : undefined}
              className="flex min-h-6.5 items-center rounded-6 border border-edge bg-surface px-2.5 text-12 hover:bg-inset aria-[current=page]:border-accent aria-[current=page]:bg-accent-tint aria-[current=page]:font-semibold aria-[current=page]:text-accent-ink"
              href={`/settings?part=${part}&protocol=${id}`}
            >
              {title[locale]}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
