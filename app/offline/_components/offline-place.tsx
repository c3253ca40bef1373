import { useTranslations } from "next-intl";
import { useState } from "react";
import { offlineDay } from "@/lib/offline/day";
import { Day } from "../../my/today/_components/day";
import { JustMarked } from "../../my/today/exercise/[lineId]/_components/just-marked";
import { freshAddress, useFreshPage } from "./fresh-page";
import { OfflineCheckIn } from "./offline-check-in";
import { OfflineExercise } from "./offline-exercise";
import { OfflineFrame } from "./offline-frame";
import { OfflineMessage } from "./offline-message";
import { OfflineNote } from "./offline-note";
import { OfflineResult } from "./offline-result";
import type { Place } from "./place";
import type { Kept } from "./use-kept";
import { goTo } from "./use-place";
import type { Network } from "./use-network";

type WithPlan = Extract<Kept, { now: Date }>;

/** What the address asks for, from the plan and the queue. */
export function OfflinePlace({
  at: { place, href },
  kept: { plan, reports, waits, now: phone },
  network,
}: {
  at: { place: Place; href: string };
  kept: WithPlan;
  network: Network;
}) {
  const t = useTranslations("patient.offline");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { today, results, now } = offlineDay(plan, reports, phone);
  const sent = network.state === "back" ? network.answers : new Map<string, { status: string }>();
  const address = freshAddress(place, href, sent);
  const result = place.kind === "result" ? results.find(({ checkInId }) => checkInId === place.checkInId) : undefined;
  useFreshPage(network, place, address, result !== undefined);
  const { clinic } = plan;
  const note = (
    <OfflineNote
      hold={today.hold}
      href={address}
      isShort={place.kind === "check-in" || place.kind === "exercise"}
      network={network}
      now={now}
      plan={plan}
      waiting={waits}
    />
  );
  switch (place.kind) {
    case "today":
      return (
        <OfflineFrame current="today">
          <title>{`${t("shellTitle")} · Phasewise`}</title>
          {note}
          <JustMarked after={place.after} goOn={goTo} idempotencyKey={idempotencyKey} lines={today.lines} />
          <Day clinic={clinic} now={now} today={today} />
        </OfflineFrame>
      );
    case "exercise":
      return (
        <OfflineExercise
          after={place.after}
          clinic={clinic}
          key={place.lineId}
          lineId={place.lineId}
          note={note}
          today={today}
        />
      );
    case "check-in":
      return <OfflineCheckIn key={href} note={note} place={place} plan={plan} today={today.day} />;
    case "result":
      if (result) return <OfflineResult clinic={clinic} note={note} now={now} result={result} />;
      return (
        <OfflineFrame current="today">
          {note}
          <OfflineMessage clinic={clinic} title={t("shellResultTitle")}>
            <p>{t(isUnsent(reports, place.checkInId) ? "shellResultWaits" : "shellResultBody")}</p>
          </OfflineMessage>
        </OfflineFrame>
      );
    case "correction":
      return (
        <OfflineFrame current="today">
          {note}
          <OfflineMessage clinic={clinic} title={t("shellCorrectTitle")}>
            <p>{t("shellCorrectBody")}</p>
          </OfflineMessage>
        </OfflineFrame>
      );
    case "elsewhere":
      return (
        <OfflineFrame current={place.tab}>
          {note}
          <OfflineMessage clinic={clinic} title={t("shellElsewhereTitle")}>
            <p>{t("shellElsewhereBody")}</p>
          </OfflineMessage>
        </OfflineFrame>
      );
  }
}

/** A report without an answer here is not by that one that was sent. */
function isUnsent(reports: WithPlan["reports"], key: string): boolean {
  return reports.some(({ body, takenAt }) => body.idempotencyKey === key && takenAt === undefined);
}
