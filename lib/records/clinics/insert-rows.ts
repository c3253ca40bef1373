/** A row as its table names its columns; days and instants as text. What no row names takes the column's default. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement whose only parameter, `$1`, is a JSON text: of a plain connection or of Prisma's transaction. */
export type RunWithJson = (sql: string, json: string) => Promise<unknown>;

/**
 * Inserts all rows in one statement, whatever their number.
 * @param rows all with the same columns
 */
export async function insertRows(run: RunWithJson, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(quoted).join(", ");
  const name = quoted(table);
  await run(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    JSON.stringify(rows),
  );
}

/** Our own names only: nothing that somebody typed becomes SQL. */
function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`not a name of ours: ${name}`);
  return `"${name}"`;
}
