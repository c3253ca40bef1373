import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { daysBetween } from "@/lib/clinical/days";
import type { Text } from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { loadOpenAlerts, type OpenAlert } from "@/lib/records/alerts/queries";
import { recordAct } from "@/lib/records/audit/record-act";
import { wholeYears } from "@/lib/records/patients/age";
import type { WorklistQuery } from "@/lib/schemas/worklist";
import { weekDone, type WeekDone } from "./adherence";
import { type Ranking, rankPatients } from "./rank-patients";
import { type PatientOnList, painOf, readRows } from "./read-rows";
import { readyPatients } from "./ready-patients";

export type WorklistGroup = Ranking["page"][number]["group"];

/** One patient of the worklist; days are whole days, `day` counts from the pathway's start, else from the procedure, and is negative before it. */
export type WorklistRow = Pick<
  PatientOnList,
  "id" | "name" | "mrn" | "locale" | "phone" | "episode" | "phase" | "isCompleted" | "underReview"
> & {
  group: WorklistGroup;
  ageYears: number;
  day: number | null;
  pain: { values: (number | null)[]; last: { on: Day; value: number } | null; change: number | null };
  week: WeekDone | null;
  flags: Pick<
    Ranking["page"][number],
    "redFlag" | "onHold" | "suspended" | "painRising" | "missed" | "silent" | "unreadReport"
  > & {
    clearanceWaiting: Text | null;
    /** The phase that may begin. */
    ready: number | null;
  };
  /** Whether every open hold lets easy walking, ankle pumps and breathing go on; null without a hold. */
  easyActivityAllowed: boolean | null;
  alerts: OpenAlert[];
};

export type Worklist = {
  today: Day;
  rows: WorklistRow[];
  counts: Ranking["counts"];
  /** Whether programs may be signed at all: a demo always, a clinic of its own after both reviews. */
  areDefaultsReviewed: boolean;
  /** Drafts that the product began, to be read and signed. */
  proposals: number;
  /** How many the search and the tab match, and which of them are shown. */
  matching: number;
  from: number;
  to: number;
  /** Cursors: ids of patients. */
  previous: string | null;
  next: string | null;
};

/** The actor's own patients, exception first, a page of 20. Four queries whatever the number of rows; audited once. */
export async function loadWorklist(actor: Actor, query: WorklistQuery, now: Date = new Date()): Promise<Worklist> {
  requirePermission(actor, "worklist.read");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const ready = await readyPatients(tx, actor, today);
    const { counts, matching, proposals, areDefaultsReviewed, page } = await rankPatients(
      tx,
      actor,
      query,
      [...ready.keys()],
      today,
    );
    const ids = page.map(({ id }) => id);
    const patients = await readRows(tx, actor.clinicId, ids, today);
    const alerts = await loadOpenAlerts(tx, actor, ids);
    await recordAct(tx, actor, "worklist.read", { kind: "worklist" });
    const rows = page.flatMap((ranked) => {
      const patient = patients.get(ranked.id);
      const nextPhase = ready.get(ranked.id) ?? null;
      return patient ? [rowOf(ranked, patient, nextPhase, alerts.get(ranked.id) ?? [], today)] : [];
    });
    const from = page.at(0)?.position ?? 0;
    const to = page.at(-1)?.position ?? 0;
    return {
      today,
      rows,
      counts,
      areDefaultsReviewed,
      proposals,
      matching,
      from,
      to,
      previous: from > 1 ? (ids.at(0) ?? null) : null,
      next: to < matching ? (ids.at(-1) ?? null) : null,
    };
  });
}

function rowOf(
  ranked: Ranking["page"][number],
  patient: PatientOnList,
  ready: number | null,
  alerts: OpenAlert[],
  today: Day,
): WorklistRow {
  const { id, name, mrn, locale, phone, episode, phase, underReview, adherence } = patient;
  const { lines, done, holds } = adherence;
  const { group, redFlag, onHold, suspended, painRising, missed, silent, unreadReport } = ranked;
  const open = holds.filter(({ isOpen }) => isOpen);
  return {
    id,
    name,
    mrn,
    locale,
    phone,
    episode,
    phase,
    isCompleted: patient.isCompleted,
    underReview,
    group,
    ageYears: wholeYears(patient.birthDate, today),
    day: episode === null ? null : daysBetween(episode.pathwayStart ?? episode.procedureDate, today),
    pain: painOf(patient, today),
    week: phase === null ? null : weekDone(lines, done, holds, today),
    flags: {
      redFlag,
      onHold,
      suspended,
      painRising,
      missed,
      silent,
      unreadReport,
      clearanceWaiting: patient.waiting.at(0) ?? null,
      ready,
    },
    easyActivityAllowed: open.length === 0 ? null : open.every(({ easyActivityAllowed }) => easyActivityAllowed),
    alerts,
  };
}
