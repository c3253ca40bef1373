import type { Role } from "@/lib/access/actor";
import { dayIn, type Day } from "@/lib/dates";
import type { AccessKind } from "./access-kinds";

/** One act on the record; `at` is an ISO instant. */
export type Access = { at: string; actorId: string; name: string; role: Role; kind: AccessKind };
/** What one person did on one day: each kind of act with its times, the latest first. */
export type AccessesOfPerson = {
  actorId: string;
  name: string;
  role: Role;
  acts: { kind: AccessKind; times: string[] }[];
};
export type AccessesOfDay = { on: Day; people: AccessesOfPerson[] };

/**
 * Acts, newest first, by day and person. Times within the same minute are one: opening a page reads more than one part of the record.
 * @param timeZone of the clinic
 */
export function groupAccesses(accesses: readonly Access[], timeZone: string): AccessesOfDay[] {
  const days = new Map<Day, Map<string, AccessesOfPerson>>();
  for (const { at, actorId, name, role, kind } of accesses) {
    const on = dayIn(timeZone, new Date(at));
    const people = days.get(on) ?? new Map<string, AccessesOfPerson>();
    days.set(on, people);
    const person = people.get(actorId) ?? { actorId, name, role, acts: [] };
    people.set(actorId, person);
    const known = person.acts.find((act) => act.kind === kind);
    if (known === undefined) person.acts.push({ kind, times: [at] });
    else if (!known.times.some((time) => minuteOf(time) === minuteOf(at))) known.times.push(at);
  }
  return [...days].map(([on, people]) => ({ on, people: [...people.values()] }));
}

function minuteOf(at: string): string {
  return at.slice(0, 16);
}
