import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { cardOf, listed, type ActivityNow } from "@/lib/clinical/activity-now";
import { clearanceKeys, type ClearanceKey, type Text } from "@/lib/clinical/facts";
import { typicalStart, usualFrom } from "@/lib/clinical/typical-start";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { seeDecisions } from "@/lib/records/clearances/see-decisions";
import { typicalIn } from "@/lib/records/clearances/typical-earliest";
import type { OwnQuestion } from "@/lib/records/questions/own-questions";
import { readSettings } from "@/lib/records/settings/current-settings";
import { loadOwnRules, type OwnRestriction, type OwnRules } from "./allowed-row";
import { courseOf, type Course } from "./course";

type Subject = OwnRules["subjects"][number];

/**
 * One entry of "what I may do now". Of a key `name` is a whole sentence that is true only while the grant is live; elsewhere its `key` must be named
 * instead. Days are calendar days, instants ISO texts, loads in kilograms.
 */
export type AllowedEntry = Pick<ActivityNow, "id" | "whyNot" | "closedBy" | "maxKg" | "maxMinutes"> & {
  name: Text;
  key: ClearanceKey | null;
  /** Who decides it, or has decided it. */
  decider: string;
  decides: Subject["decides"];
  clearance: Subject["clearance"];
  /** A guideline's day that has not come; null where it has, or only an individual decision can say. */
  notBefore: Day | null;
  group: Subject["texts"]["group"];
  /** Whether it stands in its card at once: it was asked for, or it is common. */
  isFirst: boolean;
};

export type Allowed = Course & {
  today: Day;
  surgeon: string;
  therapist: string | null;
  yes: AllowedEntry[];
  /** Somebody is asked or looks at it again, or it could be asked for by now. */
  ask: AllowedEntry[];
  /** Forbidden for now, denied, revoked, over, not begun, or too early. */
  notYet: AllowedEntry[];
  restrictions: OwnRestriction[];
  questions: OwnQuestion[];
  /** The day of the visit before today's, with what was decided or ordered since; null where nothing is new. */
  news: { since: Day; entries: (AllowedEntry & { isAllowed: boolean })[]; restrictions: OwnRestriction[] } | null;
};

/**
 * What the patient may do now, as the database's view says it: an activity that it does not show as allowed is not allowed here either.
 * @throws {NotFound} when no episode is open
 */
export async function loadAllowed(actor: Actor, now: Date = new Date()): Promise<Allowed> {
  requirePermission(actor, "own.read");
  const { timeZone } = actor.clinic;
  const today = dayIn(timeZone, now);
  return inClinic(actor, async (tx) => {
    await seeDecisions(tx, actor);
    const own = await loadOwnRules(tx, actor);
    await recordAct(tx, actor, "allowed.read", { kind: "episode", id: own.episodeId, patientId: ownPatientId(actor) });
    const cards: Record<ActivityNow["standing"], AllowedEntry[]> = { yes: [], ask: [], "not-yet": [] };
    for (const subject of listed(own.subjects.map(asActivity)).toSorted(askedFirst)) {
      const typicalOn = typicalDay(subject, own);
      cards[cardOf(subject, typicalOn, today)].push(entryOf(subject, own, typicalOn, today));
    }
    const { surgeon, therapist, restrictions, questions, lastVisit } = own;
    return {
      ...{ today, surgeon, therapist, restrictions, questions },
      ...courseOf(own, today),
      ...{ yes: cards.yes, ask: cards.ask, notYet: cards["not-yet"] },
      news: lastVisit === null ? null : newsSince(lastVisit, cards, restrictions, dayIn(timeZone, new Date(lastVisit))),
    };
  });
}

function asActivity(subject: Subject): Subject & ActivityNow {
  return { ...subject, hasClearance: subject.clearance !== null };
}

/** What somebody was asked about, then what most people ask for, then the other activities; what the exercises wait for comes last. */
function askedFirst(one: Subject, other: Subject): number {
  const rank = ({ kind, clearance, texts }: Subject) =>
    kind === "key" ? 3 : clearance !== null ? 0 : texts.isCommon ? 1 : 2;
  return rank(one) - rank(other);
}

function entryOf(subject: Subject, own: OwnRules, typicalOn: Day | null, today: Day): AllowedEntry {
  const { id, texts, decides, whyNot, closedBy, maxKg, maxMinutes } = subject;
  const clearance = subject.clearance ?? (subject.standing === "yes" ? leaveWithin(maxKg, own) : null);
  return {
    ...{ id, whyNot, closedBy, maxKg, maxMinutes, decides, clearance },
    name: texts.patientName ?? texts.name,
    key: clearanceKeys.find((key) => key === id) ?? null,
    decider: clearance?.decider ?? (decides === "surgeon" ? own.surgeon : (own.therapist ?? own.surgeon)),
    notBefore: typicalOn !== null && typicalOn > today ? typicalOn : null,
    group: texts.group,
    isFirst: clearance !== null || (texts.isCommon && whyNot !== "restriction"),
  };
}

/** What the restriction allows up to its limit, in the place of a decision. */
function leaveWithin(maxKg: number | null, { restrictions }: OwnRules): Subject["clearance"] {
  const limit = restrictions.find(({ kind, kg }) => kind === "lift-limit" && kg === maxKg);
  if (!limit) return null;
  const { orderedBy, orderedAt } = limit;
  return {
    ...{ requestedBy: orderedBy, requestedAt: orderedAt, decider: orderedBy, decidedAt: orderedAt },
    ...{ from: null, until: null, words: null, reviewOn: null },
  };
}

/** When the activity typically begins in the protocols that the episode follows, by the clinic's numbers and as late as the episode runs. */
function typicalDay(subject: Subject, { protocols, settings }: OwnRules): Day | null {
  const { values } = readSettings(settings);
  return usualFrom(typicalStart(protocols.flatMap((protocol) => typicalIn(subject, protocol, values))));
}

function newsSince(
  lastVisit: string,
  cards: Record<ActivityNow["standing"], AllowedEntry[]>,
  restrictions: readonly OwnRestriction[],
  since: Day,
): Allowed["news"] {
  const isNew = (at: string | null | undefined) => at != null && at > lastVisit;
  const entries = (["yes", "not-yet"] as const).flatMap((card) =>
    cards[card]
      .filter(({ clearance }) => isNew(clearance?.decidedAt))
      .map((entry) => ({ ...entry, isAllowed: card === "yes" })),
  );
  const ordered = restrictions.filter(({ orderedAt }) => isNew(orderedAt));
  return entries.length + ordered.length === 0 ? null : { since, entries, restrictions: ordered };
}
