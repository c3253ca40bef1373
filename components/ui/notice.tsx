import type { ReactNode } from "react";

export type NoticeTone = "plain" | "stop" | "warn" | "care" | "ok";

/** Something the reader must know here: a conflict, a refusal, no network. The title is a whole sentence; `shape` carries the status. */
export function Notice({
  tone = "plain",
  shape,
  title,
  children,
  actions,
  isLive = false,
}: {
  tone?: NoticeTone;
  shape?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** It appeared after the page: it is spoken. */
  isLive?: boolean;
}) {
  const border = tone === "plain" ? "border-line" : `tone-${tone} border-(--tone-line)`;
  return (
    <div
      className={`flex items-start gap-2.5 rounded-10 border bg-surface px-4 py-3 patient:rounded-14 ${border}`}
      role={isLive ? (tone === "stop" ? "alert" : "status") : undefined}
    >
      {shape === undefined ? null : <span className="mt-0.5 flex-none">{shape}</span>}
      <div className="grid min-w-0 gap-2">
        <div>
          <strong className="font-semibold patient:font-bold">{title}</strong> {children}
        </div>
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
