import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { VerdictBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { severities } from "@/lib/clinical/finding";
import { heldByPhase } from "@/lib/clinical/held-by-phase";
import { phaseNotYet } from "@/lib/clinical/phase-not-yet";
import { signing, type SigningInput } from "@/lib/clinical/signing";
import { clearanceWords } from "@/lib/clinical/words";
import { signingStops } from "@/lib/draft/signing-stops";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { sourceTitles } from "@/lib/records/library/names";
import { loadSignPage } from "@/lib/records/programs/load-sign-page";
import { DefaultsBanner } from "../../../../_components/defaults-banner";
import { ProposedNotice } from "../_components/proposed-notice";
import { SignChanges } from "../_components/sign/sign-changes";
import { SignFindings } from "../_components/sign/sign-findings";
import { SignForm } from "../_components/sign/sign-form";
import { SignHeldBack } from "../_components/sign/sign-held-back";
import { SignPatientReads } from "../_components/sign/sign-patient-reads";
import { isSignable, SignStops } from "../_components/sign/sign-stops";
import { waitingKeys } from "../_components/sign/waiting-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("program"))("reviewAndSign") };
}

/** The saved draft as the rules judge it now, what it changes and for whom, and the signature. */
export default async function SignPage({ params, searchParams }: PageProps<"/patients/[patientId]/program/sign">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const { against } = await searchParams;
  const page = await orNotFound(actor, loadSignPage(actor, patientId));
  const t = await getTranslations("program.signing");
  const locale = await getLocale();
  const format = await getFormatter();
  const { draft, situation, content, settings, previous } = page;
  const phaseNow = page.currentPhase ?? draft.startPhase;
  const input: SigningInput = { ...situation, phase: phaseNow, previous, lines: draft.lines };
  const answer = signing(input, content, settings);
  const isTooEarly =
    page.state === "draft" && phaseNotYet({ ...situation, phase: draft.startPhase }, content, settings).length > 0;
  const stops = signingStops(draft.lines, answer);
  const shown = heldByPhase(answer, situation, phaseNow, content);
  const inPhase = shown.lines.filter(({ phase }) => phase === phaseNow);
  const open = inPhase.filter(({ heldBack }) => heldBack === null).length;
  const count = (wanted: (typeof severities)[number]) =>
    answer.lines.filter(({ verdict, heldBack }) => verdict === wanted && !(wanted === "block" && heldBack)).length;
  return (
    <div className="grid gap-4 px-6 py-4 max-md:px-4">
      <AppLink className="link-alone" href={`/patients/${patientId}/program`}>
        ← {t("back")}
      </AppLink>
      <DefaultsBanner areReviewed={page.areDefaultsReviewed} />
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div>
          <h2 className="text-20 font-title tracking-tight">
            {t("title", { number: (page.currentRevision ?? 0) + 1 })}
          </h2>
          <p className="text-ink-2">
            {t("forWhom", {
              name: page.patientName,
              template: page.templateTitle[locale],
              version: page.templateVersion,
              at: format.dateTime(new Date(draft.changedAt), "dayTime", { timeZone: actor.clinic.timeZone }),
              by: draft.changedBy,
            })}
          </p>
        </div>
        <ul aria-label={t("verdict")} className="flex flex-wrap gap-3">
          {severities
            .toReversed()
            .filter((severity) => count(severity) > 0)
            .map((severity) => (
              <li className="flex items-center gap-1" key={severity}>
                <span className="font-semibold">{format.number(count(severity))}</span>{" "}
                <VerdictBadge verdict={severity} />
              </li>
            ))}
        </ul>
      </header>
      <ProposedNotice page={page} />
      <SignStops isTooEarly={isTooEarly} page={page} patientId={patientId} stops={stops} />
      <div className="grid items-start gap-4 min-[1100px]:grid-cols-[minmax(0,1fr)_23.25rem]">
        <div className="grid gap-4">
          <SignChanges
            against={against === "template" || page.currentRevision === null ? "template" : "revision"}
            page={page}
            patientId={patientId}
          />
          <SignFindings answer={answer} page={page} sources={sourceTitles} />
          <SignHeldBack answer={shown} page={page} phaseNow={phaseNow} />
        </div>
        <div className="grid gap-4 min-[1100px]:sticky min-[1100px]:top-16">
          <SignPatientReads answer={shown} page={page} phaseNow={phaseNow} />
          <Card title={t("formTitle")}>
            <ClientMessages namespaces={["program", "status"]}>
              <SignForm
                askable={waitingKeys(page, answer, phaseNow).map((key) => ({
                  value: key,
                  label: t("askOf", {
                    key: asTitle(clearanceWords[key][locale]),
                    who: page.deciders.find((decider) => decider.key === key)?.decidedBy ?? "surgeon",
                    name: page.surgeon,
                  }),
                }))}
                demoPassword={actor.clinic.isDemo ? demoPassword : null}
                follows={page.currentRevision}
                effect={t("effect", {
                  name: page.patientName,
                  open,
                  phase: phaseNow,
                  waiting: inPhase.length - open,
                  later: answer.lines.length - inPhase.length,
                })}
                isSignable={isSignable(stops, isTooEarly)}
                patientId={patientId}
                programId={page.programId}
                signer={actor.printedName}
                version={draft.version}
              />
            </ClientMessages>
          </Card>
        </div>
      </div>
    </div>
  );
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
