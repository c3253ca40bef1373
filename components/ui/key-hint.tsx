import type { ReactNode } from "react";

/** The key of a command. Hidden from assistive technology, which hears the control's own shortcut. */
export function KeyHint({ children, onAccent = false }: { children: ReactNode; onAccent?: boolean }) {
  const look = onAccent ? "border-current opacity-90" : "border-line bg-inset text-ink-3";
  return (
    <kbd
      aria-hidden="true"
      className={`min-w-4.5 rounded-3 border px-1 text-center font-sans text-12 font-medium uppercase max-md:hidden ${look}`}
    >
      {children}
    </kbd>
  );
}

/** The foot of a page that lists its keys. */
export function KeyFoot({
  keys,
  children,
}: {
  keys: readonly { keys: readonly string[]; does: string }[];
  children?: ReactNode;
}) {
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-inset px-6 py-1.5 text-12 text-ink-3">
      {keys.map((entry) => (
        <span className="inline-flex items-center gap-1.5 max-md:hidden" key={entry.does}>
          {entry.keys.map((key) => (
            <kbd className="min-w-4.5 rounded-3 border border-line px-1 text-center font-sans" key={key}>
              {key}
            </kbd>
          ))}
          {entry.does}
        </span>
      ))}
      <span className="ms-auto">{children}</span>
    </footer>
  );
}
