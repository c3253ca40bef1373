import { Client } from "pg";
import { vi } from "vitest";

/** What carries the transaction and its context; everything else is a query of the act. */
const frame = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET )|set_config\('app\.clinic_id'/i;

/** How many queries the act sends to the database, the frame of its transaction left out. */
export async function queriesOf(act: () => Promise<unknown>): Promise<number> {
  const sent: string[] = [];
  const spy = vi.spyOn(Client.prototype, "query");
  try {
    await act();
    for (const [query] of spy.mock.calls) sent.push(textOf(query));
  } finally {
    spy.mockRestore();
  }
  return sent.filter((text) => !frame.test(text)).length;
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  return typeof query === "object" && query !== null && "text" in query ? String(query.text) : "";
}
