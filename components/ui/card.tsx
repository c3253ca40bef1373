"use client";

import { type ReactNode, useId } from "react";

/** A bordered part of a page. With a title it is a named region; `actions` stand at the right of the title. */
export function Card({
  title,
  note,
  actions,
  level = 2,
  isFlush = false,
  children,
  className = "",
}: {
  title?: string | undefined;
  note?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  /** No padding around the content: it is a list or a table that reaches the border. */
  isFlush?: boolean;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={`min-w-0 rounded-10 border border-line bg-surface patient:rounded-14 ${className}`}
    >
      {title === undefined ? null : (
        <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-4 pt-2.75 pb-2.25">
          <Title className="text-16 font-title patient:text-18" id={id}>
            {title}
          </Title>
          {note === undefined ? null : <div className="text-ink-3">{note}</div>}
          {actions === undefined ? null : <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={isFlush ? "" : `px-4 pb-4 ${title === undefined ? "pt-4" : ""}`}>{children}</div>
    </section>
  );
}
