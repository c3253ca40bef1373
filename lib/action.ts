import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "./access/actor";
import { readActor } from "./access/read-actor";
import type { Finding } from "./clinical/finding";
import { Conflict, Denied, Invalid, NotFound, Refused, TooMany } from "./errors";
import { recordDenial } from "./records/audit/record-denial";
import { fieldErrors } from "./schemas/field-errors";

/** What a form gets back: its result, or one of the closed set of errors with everything that it needs to show it. */
export type ActionResult<T> =
  | { status: "done"; value: T }
  /** Field path (`lines.0.reps`) to a message key of the namespace `errors.fields`. */
  | { status: "invalid"; fields: Record<string, string> }
  | { status: "not-found" }
  | { status: "refused"; reason: string; findings: Finding[] }
  | { status: "conflict"; what: string; current: unknown }
  | { status: "too-many"; retryAfterSec: number };

/**
 * The adapter between a form and a verb: the actor comes from the session, the input is parsed by the schema that the browser used too, the closed
 * set of errors becomes an answer. It holds no rule and no query.
 * @param input untrusted; unknown keys are refused by strict schemas
 */
export async function runAction<Schema extends z.ZodType, T>(
  schema: Schema,
  input: unknown,
  act: (actor: Actor, parsed: z.output<Schema>) => Promise<T>,
): Promise<ActionResult<T>> {
  const actor = await readActor();
  if (!actor) redirect("/sign-in");
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { status: "invalid", fields: fieldErrors(parsed.error) };
  try {
    return { status: "done", value: await act(actor, parsed.data) };
  } catch (error) {
    return answerTo(error, actor);
  }
}

/** What a page loads; what does not exist and what the actor may not see are the same not-found page. */
export async function orNotFound<T>(actor: Actor, load: Promise<T>): Promise<T> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof Denied) await recordDenial(actor, error.what);
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

async function answerTo<T>(error: unknown, actor: Actor): Promise<ActionResult<T>> {
  if (error instanceof Denied) await recordDenial(actor, error.what);
  if (error instanceof Invalid) return { status: "invalid", fields: { ...error.fields } };
  if (error instanceof NotFound) return { status: "not-found" };
  if (error instanceof Refused) return { status: "refused", reason: error.reason, findings: [...error.findings] };
  if (error instanceof Conflict) return { status: "conflict", what: error.what, current: error.current };
  if (error instanceof TooMany) return { status: "too-many", retryAfterSec: error.retryAfterSec };
  throw error;
}
