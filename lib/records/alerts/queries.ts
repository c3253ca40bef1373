import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { triageLevels } from "@/lib/clinical/triage-content";
import { answeredBy, storedTaskWords } from "@/lib/clinical/daily-review/task";
import type { Text } from "@/lib/clinical/facts";
import type { Source } from "@/lib/clinical/finding";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound, Refused } from "@/lib/errors";
import { clearanceNewsColumns, clearanceNewsSchema, type ClearanceNews } from "./clearance-news";
import {
  firedRulesSchema,
  ruleName,
  ruleSource,
  worryingAnswersSchema,
  type FiredRule,
  type WorryingAnswer,
} from "./words";

const alertStates = ["open", "acknowledged", "resolved"] as const;
export type AlertState = (typeof alertStates)[number];

/** An alert as a verb reads it before it decides. */
export type AlertAtHand = { id: string; patientId: string; cause: string; state: AlertState; version: number };

/**
 * The alert of a patient of the actor's care team.
 * @throws {NotFound} for everybody else's
 */
export async function findAlert(tx: Tx, actor: Actor, id: string): Promise<AlertAtHand> {
  const { clinicId, userId } = actor;
  const alert = await tx.alert.findFirst({
    where: { clinicId, id, patient: { careTeam: { some: { userId, leftAt: null } } } },
    select: { id: true, patientId: true, cause: true, state: true, version: true },
  });
  if (!alert) throw new NotFound("alert");
  return { ...alert, state: z.enum(alertStates).parse(alert.state) };
}

/**
 * A task of the daily reviews is answered by whose it is: a surgeon's by a surgeon of the care team, a therapist's by a therapist.
 * @throws {Refused} for the other's
 */
export function requireOwnTask({ role }: Actor, { cause }: AlertAtHand): void {
  const owner = answeredBy(cause);
  if (owner !== null && owner !== role) throw new Refused("alertOfOthers");
}

/** An alert that is not resolved, with what the check-in reported and what the rules made of it. Instants are ISO texts. */
export type OpenAlert = {
  id: string;
  patientId: string;
  version: number;
  state: "open" | "acknowledged";
  /** Id of the rule or of the task that raised it, and the rule's name where it is one. */
  cause: string;
  ruleName: Text | null;
  /** Of a task: what it says, and what it rests on; null for what a check-in raised. */
  task: { because: Text; source: Source } | null;
  /** Whether it is the actor's to answer, and whether they may. */
  isMine: boolean;
  mayAnswer: boolean;
  level: (typeof triageLevels)[number] | null;
  openedAt: string;
  dueAt: string | null;
  ownerName: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
  /** What it tells about clearances; both null where it is about something else. */
  clearances: ClearanceNews;
  checkIn: {
    reportedAt: string;
    nprsBefore: number | null;
    nprsDuring: number | null;
    nprsAfter: number | null;
    hoursIncreased: number | null;
    fired: FiredRule[];
    symptoms: WorryingAnswer[];
  } | null;
};

const instant = z.coerce.date().transform((at) => at.toISOString());
const openAlertSchema = z.strictObject({
  id: z.string(),
  patientId: z.string(),
  version: z.number(),
  state: z.enum(["open", "acknowledged"]),
  cause: z.string(),
  occasion: z.string().nullable(),
  ownerId: z.string().nullable(),
  level: z.enum(triageLevels).nullable(),
  openedAt: instant,
  dueAt: instant.nullable(),
  ownerName: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  clearances: clearanceNewsSchema,
  checkIn: z
    .strictObject({
      reportedAt: instant,
      nprsBefore: z.number().nullable(),
      nprsDuring: z.number().nullable(),
      nprsAfter: z.number().nullable(),
      hoursIncreased: z.number().nullable(),
      fired: firedRulesSchema,
      symptoms: worryingAnswersSchema,
    })
    .nullable(),
});

/**
 * The open alerts of the patients named, by patient, oldest due first. The caller has found these patients in the actor's scope.
 */
export async function loadOpenAlerts(
  tx: Tx,
  actor: Actor,
  patientIds: readonly string[],
): Promise<Map<string, OpenAlert[]>> {
  if (patientIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ patientId: string; alerts: unknown }[]>`
    SELECT a.patient_id AS "patientId", jsonb_agg(jsonb_build_object(
      'id', a.id, 'patientId', a.patient_id, 'version', a.version, 'state', a.state, 'cause', a.cause, 'occasion', a.occasion, 'ownerId', a.owner_id, 'level', a.level, 'openedAt', a.opened_at, 'dueAt', a.due_at,
      'ownerName', o.display_name, 'acknowledgedBy', k.display_name, 'acknowledgedAt', a.acknowledged_at,
      'clearances', ${clearanceNewsColumns},
      'checkIn', CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object(
        'reportedAt', c.reported_at, 'nprsBefore', c.nprs_before, 'nprsDuring', c.nprs_during, 'nprsAfter', c.nprs_after,
        'hoursIncreased', c.hours_increased, 'fired', c.fired, 'symptoms', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('input', s.input, 'value', s.value) ORDER BY s.input), '[]')
          FROM symptom_report s WHERE s.clinic_id = c.clinic_id AND s.check_in_id = c.id)) END
      ) ORDER BY a.due_at NULLS LAST, a.opened_at, a.id) AS alerts
    FROM alert a
    LEFT JOIN check_in c ON c.clinic_id = a.clinic_id AND c.id = a.check_in_id
    LEFT JOIN clinic_user o ON o.clinic_id = a.clinic_id AND o.id = a.owner_id
    LEFT JOIN clinic_user k ON k.clinic_id = a.clinic_id AND k.id = a.acknowledged_by_id
    WHERE a.clinic_id = ${actor.clinicId}::uuid AND a.patient_id = ANY (${[...patientIds]}::uuid[]) AND a.state <> 'resolved'
    GROUP BY a.patient_id`;
  return new Map(
    rows.map(({ patientId, alerts }) => [
      patientId,
      z
        .array(openAlertSchema)
        .parse(alerts)
        .map((alert) => inWords(alert, actor)),
    ]),
  );
}

function inWords({ occasion, ownerId, ...alert }: z.output<typeof openAlertSchema>, actor: Actor): OpenAlert {
  const { cause } = alert;
  const because = storedTaskWords(cause, occasion);
  const owner = answeredBy(cause);
  return {
    ...alert,
    ruleName: ruleName(cause),
    task: because && { because, source: ruleSource(cause) },
    isMine: ownerId === actor.userId,
    mayAnswer: owner === null || owner === actor.role,
  };
}
