import type { ClientBase } from "pg";

/** A row as its table names its columns; days and instants as text, what is left out of every row takes the column's default. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts all rows in one statement, whatever their number.
 * @param db a connection inside the caller's transaction
 * @param rows all with the same columns
 */
export async function insertRows(db: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => db.escapeIdentifier(column))
    .join(", ");
  const name = db.escapeIdentifier(table);
  await db.query(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
