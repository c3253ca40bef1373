import type { ReactNode } from "react";

/** Two letters of a name. The name itself stands beside it or in `name`. */
export function Avatar({ initials, name }: { initials: string; name?: string }) {
  const look =
    "inline-grid size-6 flex-none place-items-center rounded-full bg-sunken text-12 leading-none font-semibold tracking-tight text-ink-2";
  return name === undefined ? (
    <span aria-hidden="true" className={look}>
      {initials}
    </span>
  ) : (
    <span aria-label={name} className={look} role="img" title={name}>
      {initials}
    </span>
  );
}

/** A small fact about a thing: a position, a piece of equipment. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex min-h-5 items-center gap-1 rounded-3 bg-sunken px-1.5 text-12 text-ink-2 roomy:text-16">
      {children}
    </span>
  );
}

/** A bordered tag: "Demo". */
export function Stamp({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex min-h-4.5 items-center rounded-3 border border-line-2 px-1.5 text-12 font-semibold text-ink-2">
      {children}
    </span>
  );
}

/** The first thing the keyboard meets: jumps over the frame to the element with this id. */
export function SkipLink({ href, children }: { href: `#${string}`; children: ReactNode }) {
  return (
    <a
      className="absolute top-2 left-2 z-50 -translate-y-16 rounded-6 bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
      href={href}
    >
      {children}
    </a>
  );
}

/** Details on demand; works without JavaScript. */
export function Disclosure({
  summary,
  children,
  isOpen = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
}) {
  return (
    <details open={isOpen}>
      <summary className="inline-flex min-h-6 items-center gap-1.5 font-medium text-accent-ink roomy:min-h-11">
        <svg
          aria-hidden="true"
          className="size-3 flex-none transition-transform [details[open]>summary>&]:rotate-90"
          fill="none"
          stroke="currentColor"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth="1.8"
          viewBox="0 0 16 16"
        >
          <path d="M6.2 3l5 5-5 5" />
        </svg>
        <span className="underline underline-offset-2">{summary}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
