import type { Actor } from "@/lib/access/actor";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "./record-act";

/** Writes down that a role was refused an act; the answer to the person is that nothing is there. */
export async function recordDenial(actor: Actor, permission: string): Promise<void> {
  await inClinic(actor, (tx) => recordAct(tx, actor, "denied", { kind: permission, outcome: "denied" }));
}
