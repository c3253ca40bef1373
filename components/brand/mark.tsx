/** The brand mark: three steps, the last one still to come. The name stands beside it. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden="true" className="flex-none" height={size} viewBox="0 0 22 22" width={size}>
      <rect className="fill-phase-4" height="7.5" rx="1.2" width="5.4" x="1.5" y="13" />
      <rect className="fill-accent" height="12.5" rx="1.2" width="5.4" x="8.3" y="8" />
      <rect
        className="stroke-accent"
        fill="none"
        height="15.9"
        rx=".8"
        strokeWidth="1.6"
        width="3.8"
        x="15.9"
        y="3.8"
      />
    </svg>
  );
}

/** Mark and name. */
export function Wordmark({ size = 20 }: { size?: number }) {
  return (
    <span className={`inline-flex items-center gap-2 font-bold tracking-tight ${size > 20 ? "text-20" : "text-16"}`}>
      <Mark size={size} />
      Phasewise
    </span>
  );
}
