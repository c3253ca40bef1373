/** A group of a map of keys: what each stroke does. */
export function KeyGroup<K extends string>({
  title,
  keys,
  words,
}: {
  title: string;
  keys: Readonly<Record<K, readonly string[]>>;
  words: (key: K) => string;
}) {
  return (
    <section className="break-inside-avoid pb-3">
      <h3 className="pb-1 text-12 font-semibold text-ink-2">{title}</h3>
      <dl className="grid gap-1">
        {entriesOf(keys).map(([key, strokes]) => (
          <div className="flex items-baseline gap-2" key={key}>
            <dt className="flex w-28 flex-none gap-1">
              {strokes.map((stroke) => (
                <kbd className="rounded-3 border border-line bg-inset px-1.5 font-sans text-12" key={stroke}>
                  {stroke}
                </kbd>
              ))}
            </dt>
            <dd>{words(key)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The entries of a map whose keys are all known. */
function entriesOf<K extends string>(map: Readonly<Record<K, readonly string[]>>): [K, readonly string[]][] {
  const entries: [K, readonly string[]][] = [];
  for (const key in map) entries.push([key, map[key]]);
  return entries;
}
