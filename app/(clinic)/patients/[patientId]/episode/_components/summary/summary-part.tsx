import type { ReactNode } from "react";

/** A part of the summary under its own heading. */
export function SummaryPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h4 className="mb-1 text-14 font-semibold">{title}</h4>
      {children}
    </section>
  );
}
