import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { addDays, dayIn, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { recordActs } from "@/lib/records/audit/record-act";
import { cursorOf, readCursor, type Cursor } from "@/lib/records/keyset";
import { detailOf, type ClearanceDetail } from "./clearance-detail";
import { itemColumns, itemOf, type InboxItem } from "./inbox-item";
import { loadJustSigned, undoColumns, undoLeft, type JustSigned, type UndoLeft } from "./undo-left";

export const inboxViews = ["waiting", "decided", "expiring"] as const;
export type InboxView = (typeof inboxViews)[number];

export type Inbox = {
  view: InboxView;
  items: ListedItem[];
  /** Grants that a check-in put under review; on the first page of `waiting` only. */
  underReview: ListedItem[];
  /** All that wait in this view, and since when the oldest does (ISO). */
  total: number;
  oldestAt: string | null;
  /** Of the next page; null on the last. */
  next: string | null;
  /** The one asked for, else the first of the list. */
  selected: ClearanceDetail | null;
  /** What the reader has just signed; null when the address names nothing. */
  signed: JustSigned | null;
  today: Day;
};

/** An item; one that the reader decided themselves says whether it can still be taken back. */
export type ListedItem = InboxItem & { undo: UndoLeft | null };

const inboxPageSize = 25;

/**
 * The clearances that the actor's role decides, of patients on whose care team they are: waiting ones oldest first, those under review, what
 * they decided themselves in the last 30 days, newest first, or what ends in the next 14.
 * @param after the cursor of the page before; what is no cursor begins at the first page
 * @throws {NotFound} of a clearance that is not theirs
 */
export async function loadInbox(
  actor: Actor,
  {
    view,
    after,
    clearanceId,
    signed = [],
  }: { view: InboxView; after: string | null; clearanceId: string | null; signed?: readonly string[] },
  now: Date = new Date(),
): Promise<Inbox> {
  requirePermission(actor, "clearance.inbox");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const rows = await listed(tx, actor, view, readCursor(after), today);
    const page = rows.filter(({ part }) => part === "page");
    const shown = page.slice(0, inboxPageSize);
    const asItem = ({ item, undo }: Listed) => ({ ...itemOf(item, today), undo: undoLeft(undo, now) });
    const items = shown.map(asItem);
    const underReview = rows.filter(({ part }) => part === "review").map(asItem);
    const last = shown.at(-1);
    const wanted = clearanceId ?? items[0]?.clearanceId ?? underReview[0]?.clearanceId;
    const selected = wanted === undefined ? null : await detailOf(tx, actor, wanted, today);
    const justSigned = signed.length === 0 ? null : await loadJustSigned(tx, actor, signed, now);
    const shownOne = selected ? [{ kind: "clearance", id: selected.clearanceId, patientId: selected.patient.id }] : [];
    await recordActs(tx, actor, "clearance.read", [{ kind: "clearance-inbox" }, ...shownOne]);
    return {
      view,
      items,
      underReview,
      total: page[0]?.total ?? 0,
      oldestAt: page[0] && view === "waiting" ? new Date(page[0].oldest).toISOString() : null,
      next: last && page.length > inboxPageSize ? cursorOf(last) : null,
      selected,
      signed: justSigned,
      today,
    };
  });
}

const listedRow = z.object({
  part: z.enum(["page", "review"]),
  at: z.string(),
  id: z.string(),
  total: z.number(),
  oldest: z.string(),
  item: z.unknown(),
  undo: z.unknown(),
});
type Listed = z.output<typeof listedRow>;

/** What each view holds, and by what it is ordered; every order ends with the id. */
function viewOf(view: InboxView, actor: Actor, today: Day) {
  switch (view) {
    case "waiting":
      return { at: Prisma.sql`c.requested_at`, holds: Prisma.sql`c.state = 'requested'`, isDescending: false };
    case "decided":
      return {
        at: Prisma.sql`c.decided_at`,
        holds: Prisma.sql`c.decided_by_id = ${actor.userId}::uuid AND c.decided_at >= ${addDays(today, -30)}::date AND c.state <> 'requested'`,
        isDescending: true,
      };
    case "expiring":
      return {
        at: Prisma.sql`least(c.until_day, c.review_on)::timestamptz`,
        holds: Prisma.sql`c.state IN ('granted', 'limited')
          AND least(c.until_day, c.review_on) BETWEEN ${today}::date AND ${addDays(today, 14)}::date`,
        isDescending: false,
      };
  }
}

async function listed(tx: Tx, actor: Actor, view: InboxView, after: Cursor | null, today: Day): Promise<Listed[]> {
  const { at, holds, isDescending } = viewOf(view, actor, today);
  const order = isDescending ? Prisma.sql`ORDER BY at DESC, id DESC` : Prisma.sql`ORDER BY at, id`;
  const mine = Prisma.sql`FROM clearance c
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
    JOIN episode e ON e.clinic_id = c.clinic_id AND e.id = c.episode_id AND e.ended_at IS NULL
    JOIN patient p ON p.clinic_id = c.clinic_id AND p.id = c.patient_id
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.patient_id = c.patient_id AND m.user_id = ${actor.userId}::uuid
      AND m.left_at IS NULL
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND decides_now(c) = ${actor.role}`;
  const undo = view === "decided" ? undoColumns(actor) : Prisma.sql`NULL::jsonb`;
  const review =
    view === "waiting" && after === null
      ? Prisma.sql`UNION ALL (SELECT 'review', c.requested_at::text, c.id::text, 0, '', ${itemColumns}, NULL::jsonb ${mine}
          AND c.state = 'under-review' ORDER BY c.requested_at, c.id LIMIT 50)`
      : Prisma.empty;
  const rows = await tx.$queryRaw<unknown[]>`
    (SELECT 'page' AS part, at::text, id::text, total, oldest::text, item, undo FROM (
      SELECT ${at} AS at, c.id, count(*) OVER ()::int AS total, min(${at}) OVER () AS oldest, ${itemColumns} AS item, ${undo} AS undo ${mine} AND ${holds}
    ) AS every ${afterCursor(after, isDescending)} ${order} LIMIT ${inboxPageSize + 1})
    ${review}`;
  return z.array(listedRow).parse(rows);
}

function afterCursor(after: Cursor | null, isDescending: boolean): Prisma.Sql {
  if (after === null) return Prisma.empty;
  const [at, id] = after;
  return isDescending
    ? Prisma.sql`WHERE (at, id) < (${at}::timestamptz, ${id}::uuid)`
    : Prisma.sql`WHERE (at, id) > (${at}::timestamptz, ${id}::uuid)`;
}
