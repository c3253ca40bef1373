import { PrismaPg } from "@prisma/adapter-pg";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { DatabaseError } from "pg";

/**
 * Prisma's adapter cuts a script at every semicolon, also inside a function's body, and spreads the pieces over a pool. A migration is sent
 * whole, as Prisma's native engine does: PostgreSQL then runs it as one transaction.
 */
export class WholeScriptAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        throw asDriverError(error);
      }
    };
    return adapter;
  }
}

function asDriverError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  return new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}
