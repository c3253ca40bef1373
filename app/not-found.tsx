import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/shell/entry-frame";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.notFound"))("title") };
}

/** Also for records the reader may not see: what may not be seen does not exist. */
export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <EntryFrame>
      {/* Stands before the title of a page that found nothing only while it was shown. */}
      <title>{`${t("title")} · Phasewise`}</title>
      <div className="grid justify-items-start gap-4">
        <h1 className="text-32 font-bold tracking-tight">{t("title")}</h1>
        <p className="text-ink-2">{t("body")}</p>
        <LinkButton href="/" variant="primary">
          {t("action")}
        </LinkButton>
      </div>
    </EntryFrame>
  );
}
