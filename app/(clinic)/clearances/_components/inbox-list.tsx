import { useFormatter, useLocale } from "next-intl";
import { AlertClock } from "@/components/clinical/alert-clock";
import { Shape, toneClass } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { Inbox, InboxView, ListedItem } from "@/lib/records/clearances/load-inbox";
import { SeveralBar } from "./several-bar";
import { UndoButton } from "./undo-button";
import { hoursSince, useAge } from "./use-age";
import { titled } from "./words";

/** From two days on a request has waited too long. */
const replyHours = 48;

/** Requests oldest first, and under them what a check-in put under review. */
export function InboxList({ inbox, selectedId, now }: { inbox: Inbox; selectedId: string | null; now: Date }) {
  const { t } = useAge(now);
  const { view, items, underReview, next } = inbox;
  const shared = { selectedId, now, view };
  const severalForm = view === "waiting" && items.length + underReview.length > 1 ? "several" : null;
  if (items.length === 0 && underReview.length === 0) {
    return (
      <EmptyState picture={<Shape name="granted" size={32} tone="mute" />} title={t(`empty.${view}.title`)}>
        {t(`empty.${view}.body`)}
      </EmptyState>
    );
  }
  return (
    <>
      <Rows {...shared} form={severalForm} items={items} label={t("listLabel")} />
      {underReview.length === 0 ? null : (
        <>
          <h2 className="border-b border-line bg-inset px-5 py-2 text-12 font-semibold text-ink-2">
            {t("underReview", { count: underReview.length })}
          </h2>
          <Rows
            {...shared}
            form={severalForm}
            items={underReview}
            label={t("underReview", { count: underReview.length })}
          />
        </>
      )}
      {severalForm === null ? null : (
        <>
          <form action="/clearances/several" id={severalForm} method="get" />
          <SeveralBar all={items.length + underReview.length} form={severalForm} />
        </>
      )}
      {next === null ? null : (
        <div className="px-5 py-3">
          <Pagination next={`/clearances?${new URLSearchParams({ view, after: next }).toString()}`} previous={null} />
        </div>
      )}
    </>
  );
}

type Shared = { selectedId: string | null; now: Date; view: InboxView };
/** The form of those that are decided together; null where nothing is. */
type Chosen = { form: string | null };

function Rows({ items, label, form, ...shared }: Shared & Chosen & { items: readonly ListedItem[]; label: string }) {
  return (
    <ul aria-label={label}>
      {items.map((item) => (
        <li className="relative border-b border-line" data-row={item.clearanceId} key={item.clearanceId}>
          <Row item={item} {...shared} />
          <Aside form={form} item={item} />
        </li>
      ))}
    </ul>
  );
}

/** Beside the link, not inside: what chooses a row, or takes its decision back. */
function Aside({ item, form }: Chosen & { item: ListedItem }) {
  const { t } = useAge(new Date(0));
  const locale = useLocale();
  const subject = titled(item.subject[locale]);
  if (item.undo !== null) {
    return (
      <div className="px-5 ps-11.5 pb-3">
        <UndoButton
          back="/clearances?"
          decisionIds={[item.undo.decisionId]}
          label={t("undo.of", { subject })}
          leftMs={item.undo.leftMs}
        />
      </div>
    );
  }
  if (form === null) return null;
  return (
    <label className="absolute end-3.5 bottom-2 grid size-7 place-items-center roomy:size-11">
      <span className="sr-only">{t("several.choose", { subject, name: item.patientName })}</span>
      <input className="size-6 accent-accent" form={form} name="clearance" type="checkbox" value={item.clearanceId} />
    </label>
  );
}

function Row({ item, selectedId, now, view }: Shared & { item: ListedItem }) {
  const { t, age } = useAge(now);
  const locale = useLocale();
  const isSelected = item.clearanceId === selectedId;
  const href = `/clearances?${new URLSearchParams({ ...(view === "waiting" ? {} : { view }), clearance: item.clearanceId }).toString()}`;
  return (
    <AppLink
      aria-current={isSelected ? "true" : undefined}
      className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2.5 gap-y-px px-5 py-3 -outline-offset-2 hover:bg-inset aria-current:bg-accent-tint aria-current:shadow-[inset_3px_0_0_var(--color-accent)]"
      data-row-name=""
      href={href}
    >
      <span className="pt-px">
        <Shape name={item.state} />
      </span>
      <strong className="font-semibold">{titled(item.subject[locale])}</strong>
      {item.state === "requested" ? (
        <Age age={age(item.askedAt)} share={hoursSince(item.askedAt, now) / replyHours} />
      ) : (
        <span />
      )}
      <span className="col-start-2 col-end-4">{item.patientName}</span>
      <span className="col-start-2 col-end-4 pe-6 text-ink-3">
        {t("item.place", {
          procedure: t(`procedures.${item.procedure.type}`),
          levels: item.procedure.levels.join(", "),
          day: item.day,
          pathway: item.isPathway ? "yes" : "no",
        })}
      </span>
      <span className="col-start-2 col-end-4 pe-6 text-12 text-ink-2">
        <Line item={item} view={view} />
      </span>
    </AppLink>
  );
}

function Age({ age, share }: { age: string; share: number }) {
  const { t } = useAge(new Date(0));
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-12 ${share >= 1 ? `${toneClass("stop")} text-(--tone-ink)` : "text-ink-3"}`}
    >
      <AlertClock size={14} usedShare={share} />
      <span aria-hidden="true">{age}</span>
      <span className="sr-only">{t("item.waits", { age })}</span>
    </span>
  );
}

/** One line on the evidence of a request; of a decision, when it was made or ends. */
function Line({ item, view }: { item: ListedItem; view: InboxView }) {
  const { t } = useAge(new Date(0));
  const format = useFormatter();
  if (item.redFlag !== null) {
    return (
      <span className={`inline-flex items-center gap-1.5 font-semibold text-(--tone-ink) ${toneClass("stop")}`}>
        <Shape name={item.redFlag.level === "EMERGENCY" ? "emergency" : "same-day"} size={12} />
        {t(`item.redFlag.${item.redFlag.level}`, { date: format.dateTime(new Date(item.redFlag.on), "day") })}
      </span>
    );
  }
  if (view === "expiring" && item.endsOn !== null) {
    return t("item.endsOn", { date: format.dateTime(new Date(item.endsOn), "day") });
  }
  if (view === "decided" && item.decidedAt !== null) {
    return t("item.decidedOn", { date: format.dateTime(new Date(item.decidedAt), "day") });
  }
  if (item.earlyBy !== null && item.earlyBy > 0) {
    return (
      <span className={`inline-flex items-center gap-1.5 font-semibold text-(--tone-ink) ${toneClass("care")}`}>
        <Shape name="caution" size={12} />
        {t("item.early", { days: item.earlyBy })}
      </span>
    );
  }
  if (item.missing.length > 0) {
    return (
      <span className="inline-flex items-start gap-1.5">
        <span className="mt-0.5 flex-none">
          <Shape name="unknown" size={12} />
        </span>
        {t("item.missing", { list: format.list(item.missing.map((need) => t(`item.needs.${need}`))) })}
      </span>
    );
  }
  return t("item.complete");
}
