import type { ReactNode } from "react";

/** A list without rows: a shape or figure, what it means, what to do. "All is well" and "nothing found" are not "nothing yet". */
export function EmptyState({
  picture,
  title,
  children,
  action,
  level = 2,
}: {
  picture?: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
}) {
  const Title = `h${level}` as const;
  return (
    <div className="grid min-h-49 content-center justify-items-center gap-2 p-5 text-center">
      {picture}
      <Title className="text-16 font-title patient:text-20">{title}</Title>
      <div className="max-w-prose text-ink-2">{children}</div>
      {action}
    </div>
  );
}
