import type { Prisma } from "./generated/client";

/** A statement as PostgreSQL is sent it: its text with $1, $2 … and what they stand for. */
export type Statement = { text: string; values: unknown[] };

/**
 * Makes a statement once for this process whose text is the same whoever asks: to put thousands of characters together and to look them up for each
 * page costs as much as reading half of its rows.
 * @param names what differs; each is one parameter, however often it stands there
 * @param make is called once, with a stand-in for each, and must put them into the statement as they are: what is reckoned from one, or hangs on one,
 * PostgreSQL has to reckon
 * @throws when a stand-in does not stand in the statement, or stands in it changed
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

const mark = "stands for ";

function withParameters<Values extends Record<string, unknown>>(
  names: readonly (keyof Values & string)[],
  make: (standIns: Values) => Prisma.Sql,
): { text: string; constants: unknown[] } {
  const standIns = names.map((name) => mark + name);
  const { strings, values } = make(Object.fromEntries(names.map((name, index) => [name, standIns[index]])) as Values);
  const missing = names.filter((name) => !values.includes(mark + name));
  if (missing.length > 0) throw new Error(`not in the statement: ${missing.join(", ")}`);
  const constants: unknown[] = [];
  const placeOf = (value: unknown) => {
    const known = standIns.findIndex((standIn) => standIn === value);
    return `$${String(known === -1 ? names.length + constants.push(value) : known + 1)}`;
  };
  const text = strings.map((part, index) => (index === 0 ? part : placeOf(values[index - 1]) + part)).join("");
  if (text.includes(mark) || JSON.stringify(constants).includes(mark)) {
    throw new Error("what stands for a value is changed in the statement");
  }
  return { text, constants };
}
