/** Texts that are watched, and of them those that PostgreSQL plans once for each connection; a plan of our largest takes some hundred kB there. */
const most = { watched: 1000, named: 100 } as const;
/** A text that came this often will come again. */
const often = 5;

/**
 * Names for statements that come again and again: PostgreSQL keeps the plan of a named one, and planning takes longer than running for most of
 * ours. A statement without a name is planned each time.
 * @returns what names one statement by its text, or says that it has no name
 */
export function statementNames(): (statement: { sql: string }) => string {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    const seen = (times.get(sql) ?? 0) + 1;
    if (seen < often || names.size >= most.named) {
      if (times.has(sql) || times.size < most.watched) times.set(sql, seen);
      return "";
    }
    times.delete(sql);
    const given = `phasewise_${String(names.size + 1)}`;
    names.set(sql, given);
    return given;
  };
}
