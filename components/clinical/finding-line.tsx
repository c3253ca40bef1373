import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Finding, Severity } from "@/lib/clinical/finding";
import { AppLink } from "../ui/app-link";
import { Disclosure } from "../ui/small-parts";
import { Shape, toneClass, toneOf } from "./shape";
import { UnverifiedMark, unverifiedSource } from "./unverified-mark";

/** Titles and addresses of sources by id; an id that is not here is printed as it is. */
export type SourceTitles = Readonly<Record<string, { title: string; href?: string | undefined }>>;

const grounds: Record<Severity, string> = {
  block: "border-(--tone-line) bg-(--tone-tint)",
  override: "border-(--tone-line) bg-(--tone-tint)",
  caution: "border-(--tone-line) bg-(--tone-tint)",
  clear: "border-line bg-inset",
};

/** One finding under the line it is about: shape, bold word, sentence, sources; then the written reason and the ways out. */
export function FindingLine({
  finding,
  sources = {},
  reason,
  actions,
  areSourcesApart = false,
}: {
  finding: Finding;
  sources?: SourceTitles;
  /** The written reason of an override, with its author. */
  reason?: { text: string; by: string } | undefined;
  actions?: ReactNode;
  areSourcesApart?: boolean;
}) {
  const t = useTranslations("status");
  const { severity } = finding;
  return (
    <div
      className={`grid grid-cols-[16px_minmax(0,1fr)] gap-x-1.75 gap-y-0.5 rounded-6 border px-2.5 py-1.75 ${toneClass(toneOf[severity])} ${grounds[severity]}`}
    >
      <Shape className="mt-0.5" name={severity} />
      <p>
        <strong className="font-semibold text-(--tone-ink)">{t(`severity.${severity}`)}:</strong>{" "}
        {finding.because[useLocale()]}
      </p>
      <Sources areApart={areSourcesApart} ids={finding.source} sources={sources} />
      {reason === undefined ? null : (
        <blockquote className="col-start-2 mt-1 border-s-2 border-warn-mark ps-2">
          “{reason.text}” <span className="text-ink-2">{reason.by}</span>
        </blockquote>
      )}
      {actions === undefined ? null : <div className="col-start-2 mt-1 flex flex-wrap gap-1.5">{actions}</div>}
    </div>
  );
}

type SourcesProps = { ids: readonly string[]; sources: SourceTitles; areApart: boolean };

/** From the third on they open on demand, so that a well-founded finding is not a wall of titles. */
function Sources({ ids, ...rest }: SourcesProps) {
  const t = useTranslations("status.findings");
  if (ids.length === 0) return null;
  const inView = ids.length > 2 ? ids.slice(0, 1) : ids;
  const folded = ids.slice(inView.length);
  return (
    <div className="col-start-2 text-12 text-ink-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="sr-only">{t("source")}</span>
        {inView.map((id) => (
          <Source id={id} key={id} {...rest} />
        ))}
      </p>
      {folded.length === 0 ? null : (
        <Disclosure summary={t("moreSources", { count: folded.length })}>
          <ul>
            {folded.map((id) => (
              <li key={id}>
                <Source id={id} {...rest} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Source({ id, sources, areApart }: Omit<SourcesProps, "ids"> & { id: string }) {
  const t = useTranslations("status.findings");
  const source = sources[id];
  if (id === unverifiedSource) return <UnverifiedMark />;
  if (source?.href === undefined) return <span>{source?.title ?? id}</span>;
  return (
    <AppLink
      className="inline-flex min-h-6 items-center underline underline-offset-2"
      href={source.href}
      target={areApart ? "_blank" : undefined}
    >
      {source.title}
      {areApart ? <span className="sr-only"> {t("newTab")}</span> : null}
    </AppLink>
  );
}
