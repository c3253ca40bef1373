import type { Prisma } from "./generated/client";

/** A statement as PostgreSQL is sent it: its text with $1, $2 … and what they stand for. */
export type Statement = { text: string; values: unknown[] };

/**
 * Makes a statement once for this process whose text is the same whoever asks: to put thousands of characters together and to look them up for each
 * page takes longer than to read a page's rows. What differs is one parameter, however often it stands there.
 * @param names what differs
 * @param make is called once, with a stand-in for each, which has to get into the statement as it is: what is reckoned from it, PostgreSQL must reckon
 * @throws when a stand-in is not in the statement
 */
export function statementOnce<Values extends Record<string, unknown>>(
  names: readonly (keyof Values & string)[],
  make: (standIns: Values) => Prisma.Sql,
): (values: Values) => Statement {
  let made: { text: string; constants: unknown[] } | null = null;
  return (values) => {
    made ??= withParameters(names, make);
    return { text: made.text, values: [...names.map((name) => values[name]), ...made.constants] };
  };
}

function withParameters<Values extends Record<string, unknown>>(
  names: readonly (keyof Values & string)[],
  make: (standIns: Values) => Prisma.Sql,
): { text: string; constants: unknown[] } {
  const standIn = (name: string) => `stands for ${name}`;
  const places = new Map<unknown, string>(names.map((name, index) => [standIn(name), `$${String(index + 1)}`]));
  const { strings, values } = make(Object.fromEntries(names.map((name) => [name, standIn(name)])) as Values);
  const missing = names.filter((name) => !values.includes(standIn(name)));
  if (missing.length > 0) throw new Error(`not in the statement: ${missing.join(", ")}`);
  const constants: unknown[] = [];
  const placeOf = (value: unknown) => places.get(value) ?? `$${String(names.length + constants.push(value))}`;
  const text = strings.map((part, index) => (index === 0 ? part : placeOf(values[index - 1]) + part)).join("");
  return { text, constants };
}
