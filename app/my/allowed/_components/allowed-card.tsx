import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/clinical/shape";
import { Disclosure } from "@/components/ui/small-parts";

const looks = {
  yes: { shape: "clear", tone: "ok", head: "bg-ok-tint text-ok-ink" },
  ask: { shape: "requested", tone: "wait", head: "bg-accent-tint text-accent-ink" },
  notYet: { shape: "block", tone: "stop", head: "bg-sunken text-ink" },
} as const;

const groups = ["home", "travel-work", "sport"] as const;

/** What stands behind "more activities", each under its heading. */
export type More = readonly { group: (typeof groups)[number]; row: ReactNode }[];

/** One of the three answers with its entries; an empty one says so. What is less common is opened by who looks for it. */
export function AllowedCard({
  kind,
  empty,
  children,
  more = [],
}: {
  kind: keyof typeof looks;
  empty: string;
  children: readonly ReactNode[];
  more?: More;
}) {
  const t = useTranslations("patient.allowed");
  const { shape, tone, head } = looks[kind];
  const id = `allowed-${kind}`;
  return (
    <section aria-labelledby={id} className="overflow-hidden rounded-14 border border-line bg-surface">
      <div className={`flex items-center gap-2.5 px-4 py-2.5 ${head}`}>
        <Shape name={shape} size={24} tone={tone} />
        <h2 className="text-20 font-bold" id={id}>
          {t(kind)}
        </h2>
      </div>
      {children.length + more.length === 0 ? <p className="px-4 py-3 text-ink-2">{empty}</p> : <ul>{children}</ul>}
      {more.length === 0 ? null : (
        <div className="border-t border-line px-4 py-2">
          <Disclosure summary={t("more", { count: more.length })}>
            {groups.map((group) => (
              <MoreOf group={group} key={group} rows={more} />
            ))}
          </Disclosure>
        </div>
      )}
    </section>
  );
}

function MoreOf({ group, rows }: { group: (typeof groups)[number]; rows: More }) {
  const t = useTranslations("patient.allowed.groups");
  const own = rows.filter((row) => row.group === group);
  if (own.length === 0) return null;
  return (
    <div className="-mx-4 pb-1">
      <h3 className="px-4 py-1 text-16 font-semibold text-ink-2">{t(group)}</h3>
      <ul>{own.map(({ row }) => row)}</ul>
    </div>
  );
}

/** A thing that one may do, or not yet: its name, then sentences; beside them what shows it. */
export function EntryRow({
  name,
  lines,
  picture,
}: {
  name: string;
  lines: readonly (string | null)[];
  picture?: ReactNode;
}) {
  const said = lines.filter((line) => line !== null);
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-2.5">
      {picture}
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{name}</p>
        {said.map((line) => (
          <p className="text-16 text-ink-2" key={line}>
            {line}
          </p>
        ))}
      </div>
    </li>
  );
}
