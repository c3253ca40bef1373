"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { digitsOf, stopwatchResult, type TestTiming } from "@/lib/clinical/readiness/test-timing";

type Run = { startedAt: number; now: number; count: number };
type TestTimerProps = {
  timing: TestTiming;
  /** Of the criterion. */
  name: string;
  /** A result that may be entered; it can be corrected there. */
  onResult: (value: number) => void;
};

/**
 * Times a test beside its field: one large button starts and stops it, or counts repetitions while the time runs, by touch, Space or Enter. The
 * newest trial is entered by itself, an earlier one on demand. Without JavaScript the field stands alone.
 */
export function TestTimer(props: TestTimerProps) {
  const hasScript = useSyncExternalStore(nothingChanges, yes, no);
  return hasScript ? <Timer {...props} /> : null;
}

const nothingChanges = () => no;
const yes = () => true;
const no = () => false;

function Timer({ timing, name, onResult }: TestTimerProps) {
  const t = useTranslations("readiness.timer");
  const [run, setRun] = useState<Run | null>(null);
  const [trials, setTrials] = useState<readonly number[]>([]);
  const [isOver, setIsOver] = useState(false);
  const hasPractice = timing.kind === "stopwatch" && timing.hasPractice;
  const isCounted = timing.kind === "countdown" && timing.isCounted;
  const inUnit = (value: number) =>
    isCounted
      ? t("stands", { n: value })
      : timing.kind === "stopwatch" && timing.unit === "min"
        ? t("minutes", { n: value })
        : t("seconds", { n: value });
  const end = (value: number | null) => {
    setRun(null);
    if (value === null) return;
    setTrials([...trials, value]);
    if (!hasPractice || trials.length > 0) onResult(value);
  };
  const tick = useEffectEvent(() => {
    if (!run) return;
    const now = performance.now();
    if (timing.kind === "countdown" && now - run.startedAt >= timing.seconds * 1000) {
      setTrials(timing.isCounted ? [...trials, run.count] : trials);
      if (timing.isCounted) onResult(run.count);
      setRun(null);
      setIsOver(true);
      // What was counted is kept even where a device has no sound.
      signal();
    } else setRun({ ...run, now });
  });
  const isRunning = run !== null;
  useEffect(() => {
    if (!isRunning) return;
    const ticking = setInterval(tick, 100);
    return () => clearInterval(ticking);
  }, [isRunning]);
  const press = () => {
    const now = performance.now();
    if (!run) {
      setRun({ startedAt: now, now, count: 0 });
      setIsOver(false);
    } else if (timing.kind === "stopwatch") end(stopwatchResult(now - run.startedAt, timing.unit));
    else if (isCounted) setRun({ ...run, count: run.count + 1 });
  };
  const word = !run
    ? t("start")
    : timing.kind === "stopwatch"
      ? t("stop")
      : isCounted
        ? t("count", { n: run.count })
        : t("running");
  const last = trials.at(-1);
  return (
    <div
      aria-label={t("label", { name })}
      className="grid gap-2 rounded-6 border border-line bg-surface p-3"
      role="group"
    >
      {hasPractice ? <p className="text-12 text-ink-2">{t("practice")}</p> : null}
      <div className="flex flex-wrap items-center gap-3">
        <span className="min-w-24 text-40 font-title tabular-nums" role="timer">
          {digitsOf(timing, run ? run.now - run.startedAt : 0)}
        </span>
        <Button
          aria-disabled={isRunning && timing.kind === "countdown" && !isCounted ? true : undefined}
          className="min-h-14 min-w-32 text-16"
          onClick={press}
          variant="primary"
        >
          {word}
        </Button>
        {run && isCounted ? (
          <Button className="min-h-11" onClick={() => setRun({ ...run, count: Math.max(0, run.count - 1) })}>
            {t("less")}
          </Button>
        ) : null}
        {run ? (
          <Button className="min-h-11" onClick={() => end(null)} variant="quiet">
            {t("cancel")}
          </Button>
        ) : null}
      </div>
      {isOver ? <p className="font-semibold">{t("over")}</p> : null}
      <ol className="grid gap-1">
        {trials.map((value, index) => {
          const isPractice = hasPractice && index === 0;
          return (
            // A trial has no name but its place, and none is ever taken out.
            <li className="flex flex-wrap items-center gap-2" key={`${index}-${value}`}>
              {isPractice
                ? t("practiceRun", { value: inUnit(value) })
                : t("trial", { n: hasPractice ? index : index + 1, value: inUnit(value) })}
              {isPractice ? null : (
                <Button onClick={() => onResult(value)} size="small">
                  {t("use")}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <p className="sr-only" role="status">
        {run ? t("running") : last === undefined ? "" : t("entered", { value: inUnit(last) })}
      </p>
    </div>
  );
}

/** The eyes are on the patient: the end of the time is heard and felt, where the device can. */
function signal(): void {
  if ("vibrate" in navigator) navigator.vibrate(300);
  const sound = new AudioContext();
  const tone = sound.createOscillator();
  tone.frequency.value = 880;
  tone.connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.4);
  tone.onended = () => void sound.close();
}
