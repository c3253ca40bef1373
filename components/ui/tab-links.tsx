import type { ReactNode } from "react";
import { AppLink } from "./app-link";

export type TabLink = {
  href: string;
  label: string;
  isCurrent: boolean;
  count?: number | string | undefined;
  /** A shape before the word. */
  start?: ReactNode;
};

/** Tabs that are pages: links, the current one marked. Wraps nothing, scrolls inside itself on a narrow screen. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="relative -mb-px flex gap-0.5 overflow-x-auto px-5 max-md:px-2">
        {tabs.map((tab) => (
          <li className="flex-none" key={tab.href}>
            <AppLink
              aria-current={tab.isCurrent ? "page" : undefined}
              className="flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 font-medium text-ink-2 -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              href={tab.href}
            >
              {tab.start}
              {tab.label}
              {tab.count === undefined ? null : <span className="font-normal text-ink-3">{tab.count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A choice between a few views of one thing, as links: All · 28 days · 7 days. */
export function SegmentLinks({ label, segments }: { label: string; segments: readonly Omit<TabLink, "start">[] }) {
  return (
    <nav aria-label={label}>
      <ul className="inline-flex divide-x divide-edge overflow-hidden rounded-6 border border-edge">
        {segments.map((segment) => (
          <li key={segment.href}>
            <AppLink
              aria-current={segment.isCurrent ? "true" : undefined}
              className="flex min-h-6 items-center gap-1 px-2.25 text-12 font-medium -outline-offset-2 hover:bg-inset aria-current:bg-accent aria-current:font-semibold aria-current:text-on-accent"
              href={segment.href}
            >
              {segment.label}
              {segment.count === undefined ? null : <span>{segment.count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
