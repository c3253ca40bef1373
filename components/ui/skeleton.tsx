/** The rows that will come, after 300 ms and with a spoken line. `words` says what is loading. */
export function Skeleton({ rows = 3, words }: { rows?: number; words: string }) {
  const widths = ["w-24", "w-28", "w-12"] as const;
  return (
    <div className="animate-[appear_200ms_300ms_both] p-4" role="status">
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div className="flex h-11 items-center justify-between gap-6 border-b border-line" key={row}>
            {widths.map((width) => (
              <span className={`h-2.5 max-w-1/3 rounded-3 bg-sunken forced-colors:border ${width}`} key={width} />
            ))}
          </div>
        ))}
      </div>
      <p className="pt-3 text-12 text-ink-2 roomy:text-16">{words}</p>
    </div>
  );
}
