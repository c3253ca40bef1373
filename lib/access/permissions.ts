import { Denied } from "@/lib/errors";
import type { Actor, Role } from "./actor";

/** What each role may do at all; whose record it may be done to is decided by the care team. Deny by default. */
const grants = {
  "worklist.read": ["therapist", "surgeon"],
  "patient.read": ["therapist", "surgeon"],
  "patient.create": ["therapist"],
  "episode.read": ["therapist", "surgeon"],
  "episode.conditions": ["therapist", "surgeon"],
  "episode.protocols": ["therapist", "surgeon"],
  "episode.timeline": ["surgeon"],
  "episode.end": ["therapist", "surgeon"],
  "episode.open": ["therapist"],
  "restriction.order": ["therapist", "surgeon"],
  "restriction.end": ["surgeon"],
  "program.write": ["therapist"],
  "program.sign": ["therapist"],
  "clearance.request": ["therapist"],
  "clearance.decide": ["surgeon", "therapist"],
  "clearance.inbox": ["surgeon", "therapist"],
  "question.answer": ["therapist"],
  "evidence.record": ["therapist", "surgeon"],
  "phase.advance": ["therapist"],
  "phase.step-back": ["therapist"],
  "program.complete": ["therapist"],
  "alert.answer": ["therapist", "surgeon"],
  "hold.place": ["therapist", "surgeon"],
  "hold.lift": ["therapist", "surgeon"],
  "sources.read": ["therapist", "surgeon", "administrator"],
  "settings.read": ["therapist", "surgeon", "administrator"],
  "settings.change": ["therapist", "surgeon"],
  "defaults.review": ["therapist", "surgeon"],
  "library.read": ["therapist", "surgeon", "administrator"],
  "library.prefer": ["therapist", "surgeon"],
  "library.write": ["therapist", "surgeon"],
  "template.read": ["therapist", "surgeon", "administrator"],
  "template.write": ["therapist", "surgeon"],
  "template.publish": ["therapist", "surgeon", "administrator"],
  "people.read": ["administrator"],
  "audit.read": ["administrator"],
  "own.read": ["patient"],
  "own.export": ["patient"],
  "own.report": ["patient"],
  "own.ask": ["patient"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof grants;
export const permissions = Object.keys(grants).filter((key): key is Permission => key in grants);

/** Whether the role may do it at all. */
export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = grants[permission];
  return allowed.includes(role);
}

/**
 * The first line of every verb.
 * @throws {Denied} which answers as not found
 */
export function requirePermission(actor: Pick<Actor, "role">, permission: Permission): void {
  if (!may(actor.role, permission)) throw new Denied(permission);
}
