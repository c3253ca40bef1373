import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/clinical/shape";

const looks = {
  yes: { shape: "clear", tone: "ok", head: "bg-ok-tint text-ok-ink" },
  ask: { shape: "requested", tone: "wait", head: "bg-accent-tint text-accent-ink" },
  notYet: { shape: "block", tone: "stop", head: "bg-sunken text-ink" },
} as const;

/** One of the three answers with its entries; an empty one says so. */
export function AllowedCard({
  kind,
  empty,
  children,
}: {
  kind: keyof typeof looks;
  empty: string;
  children: readonly ReactNode[];
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
      {children.length === 0 ? <p className="px-4 py-3 text-ink-2">{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

/** A thing that one may do, or not yet: its name, then sentences. */
export function EntryRow({ name, lines }: { name: string; lines: readonly (string | null)[] }) {
  const said = lines.filter((line) => line !== null);
  return (
    <li className="border-t border-line px-4 py-2.5">
      <p className="font-semibold">{name}</p>
      {said.map((line) => (
        <p className="text-16 text-ink-2" key={line}>
          {line}
        </p>
      ))}
    </li>
  );
}
