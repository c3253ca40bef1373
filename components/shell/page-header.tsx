import type { ReactNode } from "react";

/** The head of a clinician's page: title, one line beside it, acts at the right. */
export function PageHeader({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-6 pt-3.5 pb-2.5 max-md:px-4">
      <h1 className="text-20 font-title tracking-tight">{title}</h1>
      {note === undefined ? null : <div className="text-ink-2">{note}</div>}
      {actions === undefined ? null : <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
