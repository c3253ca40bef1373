import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { NotFound } from "@/lib/errors";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadDecision } from "@/lib/records/clearances/load-decision";
import { sourceTitles } from "@/lib/records/library/names";
import { EvidenceList } from "../../../../clearances/_components/evidence-list";
import { TermWords } from "../_components/term-words";
import { VerifyButton } from "../_components/verify-button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clearances.tab");
  return { title: t("decisionTitle") };
}

const address = z.object({ patientId: z.uuid(), decisionId: z.uuid() });

/** One signed decision exactly as it was made: what was asked, what was shown, what was signed. */
export default async function DecisionPage({ params }: PageProps<"/patients/[patientId]/clearances/[decisionId]">) {
  const actor = await requireActor("therapist", "surgeon");
  const known = address.safeParse(await params).data;
  const load = known
    ? loadDecision(actor, known.patientId, known.decisionId)
    : Promise.reject(new NotFound("decision"));
  const { evidence, outcome, terms, reason, signedName, meaning, at, sha256, decisionId } = await orNotFound(
    actor,
    load,
  );
  const { timeZone } = actor.clinic;
  const t = await getTranslations("clearances.tab");
  const format = await getFormatter();
  const locale = await getLocale();
  const when = (instant: string) => format.dateTime(new Date(instant), "dayTime", { timeZone });
  const { asked, subject } = evidence;
  return (
    <section aria-labelledby="decision-title" className="grid max-w-[980px] gap-3 px-6 py-4 max-md:px-4">
      <p>
        <AppLink className="link-alone" href={`/patients/${known?.patientId ?? ""}/clearances`}>
          {t("backToClearances")}
        </AppLink>
      </p>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-20 font-title tracking-tight first-letter:uppercase" id="decision-title">
          {subject.name[locale]}
        </h2>
        <ClearanceBadge state={outcome} />
      </header>
      <div className="grid gap-1 rounded-10 border border-line bg-surface px-4 py-3">
        <p>
          <span className="text-ink-3">{t("askedBy", { name: asked.by, when: when(asked.at) })}</span>
          {asked.question === null ? null : <> “{asked.question}”</>}
        </p>
        <p>
          <span className="text-ink-3">{t("signedBy", { name: signedName, when: when(at) })}</span> “{meaning}”
        </p>
        <TermWords terms={terms} />
        {reason === null ? null : <p>{t("reason", { reason })}</p>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3">
          <span className="break-all">{t("signature", { digest: sha256 })}</span>
          <ClientMessages namespaces={["clearances"]}>
            <VerifyButton decisionId={decisionId} />
          </ClientMessages>
        </div>
      </div>
      <h3 className="font-semibold">
        {t("shownThen", { date: format.dateTime(new Date(evidence.time.today), "dayYear") })}
      </h3>
      <EvidenceList evidence={evidence} isPast sources={sourceTitles} timeZone={timeZone} />
    </section>
  );
}
