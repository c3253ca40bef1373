import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadReviewPage } from "@/lib/records/settings/load-settings-page";
import { PartTable } from "./_components/part-table";
import { ReviewForm } from "./_components/review-form";
import { Signatures } from "./_components/signatures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.review"))("title") };
}

/** What a surgeon and a therapist of the clinic sign for before its first program, and who has. */
export default async function ReviewPage() {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { version, parts, reviews, areDefaultsReviewed } = await orNotFound(actor, loadReviewPage(actor));
  const t = await getTranslations("settings.review");
  const { role, printedName, clinic } = actor;
  const maySign = (role === "therapist" || role === "surgeon") && !reviews.some((review) => review.role === role);
  const sum = (of: "all" | "unverified") => parts.reduce((total, part) => total + part[of], 0);
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader actions={<LinkButton href="/settings">{t("back")}</LinkButton>} title={t("title")} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 px-6 pb-6 max-md:px-3 xl:grid-cols-2">
        <div className="xl:col-span-2">
          <p className="max-w-prose text-ink-2">{t("lead")}</p>
          {clinic.isDemo ? <p className="mt-1.5 font-medium">{t("demo")}</p> : null}
        </div>
        <Card isFlush title={t("what")}>
          <PartTable parts={parts} />
        </Card>
        <Card title={t("signatures")}>
          <div className="grid gap-4">
            <Signatures
              areComplete={areDefaultsReviewed}
              isDemo={clinic.isDemo}
              reviews={reviews}
              timeZone={clinic.timeZone}
            />
            {maySign ? (
              <ReviewForm
                demoPassword={clinic.isDemo ? demoPassword : null}
                numbers={sum("all")}
                signer={printedName}
                unverified={sum("unverified")}
                version={version}
              />
            ) : null}
          </div>
        </Card>
      </div>
    </ClientMessages>
  );
}
