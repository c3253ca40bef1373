import { DatabaseError } from "pg";
import { NotFound } from "@/lib/errors";
import { connections } from "./client";
import { Prisma } from "./generated/client";

/** One transaction that already carries clinic and actor into row-level security. */
export type Tx = Prisma.TransactionClient;

/** Who acts, as far as the database needs to know; an `Actor` is one. Nobody's id: the product itself, in a job. */
export type ClinicContext = { clinicId: string; userId: string | null; role: string; patientId: string | null };

const attempts = 4;

/** No transaction of a request goes on for longer. */
export const transactionMs = 10_000;

/** What is no id cannot be the id of anything: PostgreSQL's and Prisma's words for text that is no UUID, and for a character that no text holds. */
const malformedId: ReadonlySet<string> = new Set(["22P02", "22021", "P2007", "P2023"]);

/**
 * Runs `act` in one transaction for the actor's clinic. The settings are local to the transaction, so a pooled connection never carries them
 * into the next request. Retried as `retried` says.
 * @throws what `act` throws; the transaction is then rolled back whole
 */
export async function inClinic<T>(actor: ClinicContext, act: (tx: Tx) => Promise<T>): Promise<T> {
  return retried(() =>
    connections().prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT
          set_config('app.clinic_id', ${actor.clinicId}, true),
          set_config('app.actor_id', ${actor.userId ?? ""}, true),
          set_config('app.actor_role', ${actor.role}, true),
          set_config('app.patient_id', ${actor.patientId ?? ""}, true)`;
        return act(tx);
      },
      { timeout: transactionMs, maxWait: 3_000 },
    ),
  );
}

/**
 * Runs a whole transaction, again after a conflict of concurrent ones, at most three times with jitter.
 * @throws what the transaction throws; an id that is none is a `NotFound`
 */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (malformedId.has(databaseCode(error) ?? "")) throw new NotFound("id");
      if (attempt >= attempts || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 15 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
}

/** Serialization failure or deadlock: the same act may go through when it is tried again. */
function isTransient(error: unknown): boolean {
  const code = databaseCode(error);
  return code === "P2034" || code === "40001" || code === "40P01";
}

/**
 * The code of a database refusal: Prisma's own (`P2002` unique, `P2025` stale), or PostgreSQL's for checks, policies and our triggers
 * (`23514`, `42501`, `PW…`). Null when the error is not the database's.
 */
export function databaseCode(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.code ?? null;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const cause = originalCode(error.meta);
  return cause ?? error.code;
}

function originalCode(meta: unknown): string | null {
  const driverError = property(property(meta, "driverAdapterError"), "cause");
  const code = property(driverError, "originalCode");
  return typeof code === "string" && !["23505", "23503"].includes(code) ? code : null;
}

function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && name in of ? Reflect.get(of, name) : undefined;
}
