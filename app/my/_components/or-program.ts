import { redirect } from "next/navigation";
import type { Actor } from "@/lib/access/actor";
import { orNotFound } from "@/lib/action";
import { NotFound } from "@/lib/errors";

/** What a page of the open episode loads; where none is open, "My program" says so and what to do. */
export async function orProgram<T>(actor: Actor, load: Promise<T>): Promise<T> {
  return orNotFound(actor, load.catch(whereItEnded));
}

function whereItEnded(error: unknown): never {
  if (error instanceof NotFound && error.what === "episode") redirect("/my/program");
  throw error;
}
