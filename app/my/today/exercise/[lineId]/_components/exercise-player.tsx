"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { Shape } from "@/components/clinical/shape";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Dosage } from "@/lib/clinical/facts";
import type { Moment } from "@/lib/player/moments";
import { type PlayerPlan, planOf } from "@/lib/player/plan";
import type { Player, PlayerEvent } from "@/lib/player/player";
import { type PlayerView, viewOf } from "@/lib/player/view";
import { CueSwitches } from "./cue-switches";
import { allowSound, beQuiet, giveCues } from "./give-cues";
import { playerClock } from "./player-clock";
import { PlayerRing } from "./player-ring";
import { useWakeLock } from "./use-wake-lock";

type ExercisePlayerProps = {
  dosage: Dosage;
  /** The exercise's steps send the person on to the other side. */
  goesOnToOtherSide: boolean;
  /** The id of the button that gets the focus when all is done: finishing marks nothing by itself. */
  doneId: string;
};

/**
 * Counts one exercise: sets, lifts and held seconds, or minutes. What it counts stays on the page and goes nowhere. Nothing where the dosage has
 * nothing to count, or where no script runs.
 */
export function ExercisePlayer({ dosage, goesOnToOtherSide, doneId }: ExercisePlayerProps) {
  const [plan] = useState(() => planOf(dosage, goesOnToOtherSide));
  return plan && <Counter doneId={doneId} plan={plan} />;
}

function Counter({ plan, doneId }: { plan: PlayerPlan; doneId: string }) {
  const t = useTranslations("patient.exercise.player");
  const locale = useLocale();
  const [clock] = useState(() => playerClock(plan));
  const { player, at, said } = useSyncExternalStore(clock.subscribe, clock.look, clock.look);
  const view = viewOf(plan, player, at);
  const isFinished = player.stage === "finished";
  useWakeLock(view.isRunning);
  useEffect(() => {
    giveCues(said.moments, said.moments.map((moment) => t(`say.${moment.kind}`, { n: moment.n })).join(". "), locale);
  }, [said, t, locale]);
  useEffect(() => beQuiet, []);
  useEffect(() => {
    if (isFinished) document.getElementById(doneId)?.focus();
  }, [isFinished, doneId]);

  const stageWords = useStageWords(plan, player, view);
  const isSingle = plan.lifts.length === 1;
  const main = mainControl(player, view);
  const press = (type: PlayerEvent["type"]) => {
    allowSound();
    clock.send(type);
  };
  const hasClock = plan.kind !== "count" || plan.restSec !== null;
  const hasRing = plan.kind !== "count" || player.stage === "rest";
  return (
    <section
      aria-label={t("label")}
      className="grid gap-3 rounded-14 border border-line bg-surface px-4 pt-3 pb-1.5 noscript:hidden"
    >
      <div
        className={`flex flex-wrap items-center gap-x-2 gap-y-2 ${hasClock ? "min-h-36" : ""} ${isSingle ? "justify-center" : "justify-between"}`}
      >
        <Count plan={plan} view={view} />
        {hasRing && !isFinished ? <PlayerRing length={plan.lifts[player.done]?.seconds ?? null} view={view} /> : null}
        {isFinished ? <Shape name="done" size={64} /> : null}
      </div>
      <div className={`flex flex-wrap items-center justify-end gap-x-3 gap-y-1 ${isSingle ? "" : "min-h-13"}`}>
        <p className={`text-20 font-semibold ${isFinished ? "basis-full" : "min-w-0 flex-1"}`}>{stageWords}</p>
        {/* Keeps its place: nothing moves under a finger that taps. */}
        {isSingle && !isFinished ? null : (
          <Button className={player.done === 0 ? "invisible" : ""} onClick={() => press("back")}>
            <Icon name="undo" size={18} />
            {t("back")}
          </Button>
        )}
      </div>
      {main === null ? null : (
        <Button
          className="min-h-16! border-accent! text-20! text-accent-ink! not-has-[svg]:min-h-20! not-has-[svg]:bg-accent-tint!"
          isWide
          onClick={() => press(main.type)}
        >
          {main.icon === undefined ? null : <Icon name={main.icon} size={20} />}
          {t(main.word)}
        </Button>
      )}
      <CueSwitches />
      <p className="sr-only" role="status">
        {said.moments
          .filter(({ kind }) => kind !== "three")
          .map((moment) => t(`say.${spokenKind(moment)}`, { n: moment.n, count: plan.reps }))
          .join(". ")}
      </p>
    </section>
  );
}

function spokenKind({ kind }: Moment): Moment["kind"] | "countedOf" {
  return kind === "counted" ? "countedOf" : kind;
}

/** "Set 1 of 2", the side, and "3 of 8 times done". */
function Count({ plan, view }: { plan: PlayerPlan; view: PlayerView }) {
  const t = useTranslations("patient.exercise.player");
  const bold = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <div className="grid">
      {plan.sets > 1 ? <p>{t.rich("set", { n: view.set, count: plan.sets, bold })}</p> : null}
      {view.side === null ? null : <p className="font-semibold">{t(view.side)}</p>}
      {plan.reps > 1 ? (
        <p className="grid">
          <span>
            <span className="text-40 font-bold">{view.doneOfSet}</span>{" "}
            <span className="text-20 text-ink-2">{t("of", { count: plan.reps })}</span>
          </span>
          <span className="text-16 text-ink-2">{t("times", { count: plan.reps })}</span>
        </p>
      ) : null}
    </div>
  );
}

type Control = { type: PlayerEvent["type"]; word: "start" | "pause" | "resume" | "skip" | "tap"; icon?: IconName };

/** The one large button: what it does next. */
function mainControl(player: Player, { isRunning, secondsLeft }: PlayerView): Control | null {
  if (player.stage === "finished") return null;
  if (player.stage === "idle") return { type: "start", word: "start", icon: "play" };
  if (player.stage === "rest" && isRunning) return { type: "skip", word: "skip", icon: "right" };
  if (isRunning) return { type: "pause", word: "pause", icon: "pause" };
  if (player.stage === "turn" || secondsLeft !== null) return { type: "resume", word: "resume", icon: "play" };
  return { type: "count", word: "tap" };
}

/** What to do at this moment. */
function useStageWords(plan: PlayerPlan, player: Player, { isRunning, secondsLeft }: PlayerView): string | null {
  const t = useTranslations("patient.exercise.player");
  const [last, next] = [plan.lifts[player.done - 1], plan.lifts[player.done]];
  if (player.stage === "finished") return t("finished");
  if (player.stage === "turn") return t(last?.set === next?.set ? "turnSide" : "turnSet");
  if (player.stage === "idle") return null;
  if (player.stage === "work" && secondsLeft === null) return t("counting");
  if (!isRunning) return t("paused");
  if (player.stage === "work") return t(plan.kind === "hold" ? "hold" : "go");
  return t(player.stage);
}
