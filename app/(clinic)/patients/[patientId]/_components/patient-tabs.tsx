"use client";

import { useTranslations } from "next-intl";
import { useSelectedLayoutSegment } from "next/navigation";
import { TabLinks } from "@/components/ui/tab-links";

const tabs = ["overview", "episode", "program", "phase", "clearances", "check-ins"] as const;

/** The pages of one patient; knows which one is open. */
export function PatientTabs({ patientId }: { patientId: string }) {
  const t = useTranslations("patientRecord.tabs");
  const current = useSelectedLayoutSegment();
  return (
    <TabLinks
      label={t("label")}
      tabs={tabs.map((tab) => ({
        href: `/patients/${patientId}/${tab}`,
        label: t(tab),
        isCurrent: tab === current,
      }))}
    />
  );
}
