import { useFormatter, useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isSameDosage } from "@/lib/draft/same";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import type { Proposed, ProposedOf } from "@/lib/schemas/proposed";
import { SourceIds } from "../../../../_components/source-ids";
import { restrictionInWords } from "../../_components/banner-words";
import { DismissDraft, TakeProposals } from "./proposed-acts";

type Shown = Pick<
  ProgramPage,
  "draft" | "signedLines" | "massUnit" | "openProposals" | "programId" | "currentRevision"
>;

/**
 * A draft that the product began says why, line by line, and can be put away with a reason. A person's own draft is offered what the week proposes.
 * Nothing otherwise.
 */
export function ProposedNotice({ page }: { page: Shown }) {
  const { draft, programId, currentRevision } = page;
  if (!draft || currentRevision === null) return null;
  // What the draft has changed already, by hand or by taking it over, is not offered again.
  const offered = page.openProposals.filter(({ exercise, phase, from }) =>
    draft.lines.some((line) => line.exercise === exercise && line.phase === phase && isSameDosage(line.dosage, from)),
  );
  const read = { programId, version: draft.version, follows: currentRevision };
  const proposed = draft.proposed;
  if (proposed !== null) {
    return (
      <>
        <Why
          actions={
            <Acts>
              <DismissDraft draft={read} />
            </Acts>
          }
          page={page}
          proposed={proposed}
        />
        {proposed.kind === "dosage" || offered.length === 0 ? null : (
          <Offer offered={offered} page={page} read={read} />
        )}
      </>
    );
  }
  return offered.length === 0 ? null : <Offer offered={offered} page={page} read={read} />;
}

type WhyProps<P> = { proposed: P; page: Shown; actions: React.ReactNode };

function Why({ proposed, ...rest }: WhyProps<Proposed>) {
  switch (proposed.kind) {
    case "restriction":
      return <WhyRestricted proposed={proposed} {...rest} />;
    case "template":
      return <WhyThisVersion proposed={proposed} {...rest} />;
    case "dosage":
      return <WhyThisDose proposed={proposed} {...rest} />;
  }
}

/** Which version was published, and what it leaves as it was changed by hand. */
function WhyThisVersion({ proposed, page, actions }: WhyProps<ProposedOf<"template">>) {
  const t = useTranslations("proposals");
  const format = useFormatter();
  const nameOf = useLineName(page);
  const { from, to, kept } = proposed;
  const names = format.list(kept.map(({ exercise, what }) => t("keptWhat", { what, name: nameOf(exercise) })));
  return (
    <Notice actions={actions} title={t("notice.template", { from: from.number, to: to.number })} tone="warn">
      {t("notice.nextVersion")}
      {kept.length === 0 ? null : ` ${t("notice.kept", { names })}`}
    </Notice>
  );
}

/** What was ordered and which lines the draft leaves out. */
function WhyRestricted({ proposed, page, actions }: WhyProps<ProposedOf<"restriction">>) {
  const t = useTranslations("program.proposed");
  const record = useTranslations("patientRecord");
  const locale = useLocale();
  const nameOf = useLineName(page);
  const ordered = proposed.restrictions.map((one) => restrictionInWords(one, page.massUnit, record, locale));
  const lines = proposed.leftOut.map(({ exercise, phase }) => t("line", { name: nameOf(exercise), phase }));
  return (
    <Notice actions={actions} title={t("title", { names: ordered.join(", ") })} tone="warn">
      {t("leftOut", { count: lines.length, names: lines.join(", ") })} {t("next")}
    </Notice>
  );
}

/** What the week says of each line, and which lines stay because signing would stop the change. */
function WhyThisDose({ proposed, page, actions }: WhyProps<ProposedOf<"dosage">>) {
  const t = useTranslations("proposals.notice");
  const locale = useLocale();
  const format = useFormatter();
  const nameOf = useLineName(page);
  const { week, lines, leftOut } = proposed;
  const way = lines.some(({ change }) => change === "reduce") ? "less" : "more";
  const date = format.dateTime(new Date(week), "day");
  return (
    <Notice
      actions={
        <>
          {actions}
          <AppLink className="link-alone" href="/worklist/proposals">
            {t("all")}
          </AppLink>
        </>
      }
      title={t("dosage", { way, date, count: lines.length })}
      tone="warn"
    >
      {t("next")}
      <ul className="mt-1">
        {lines.map(({ proposalId, exercise, because, source }) => (
          <li key={proposalId}>
            {t("line", { name: nameOf(exercise), because: because[locale] })} <SourceIds ids={source} />
          </li>
        ))}
        {leftOut.map(({ exercise, phase, because, source }) => (
          <li key={`${phase} ${exercise}`}>
            {t("stays", { name: nameOf(exercise), because: because[locale] })} <SourceIds ids={source} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the week proposes beside a draft that is about something else. */
function Offer({
  offered,
  page,
  read,
}: {
  offered: Shown["openProposals"];
  page: Shown;
  read: { programId: string; version: number; follows: number };
}) {
  const t = useTranslations("proposals.notice");
  const locale = useLocale();
  const nameOf = useLineName(page);
  return (
    <Notice
      actions={
        <Acts>
          <TakeProposals draft={read} />
        </Acts>
      }
      title={t("open", { count: offered.length })}
    >
      <ul className="mt-1">
        {offered.map(({ id, exercise, because, source }) => (
          <li key={id}>
            {t("line", { name: nameOf(exercise), because: because[locale] })} <SourceIds ids={source} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Keeps the room of the button until its code is there. */
function Acts({ children }: { children: React.ReactNode }) {
  return (
    <ClientMessages namespaces={["proposals"]}>
      <div className="flex min-h-7.5 flex-wrap items-center gap-2 roomy:min-h-11">{children}</div>
    </ClientMessages>
  );
}

function useLineName({ signedLines }: Shown): (code: string) => string {
  const locale = useLocale();
  return (code) => signedLines.find(({ exercise }) => exercise === code)?.name[locale] ?? code;
}
