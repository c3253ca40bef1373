import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { canGive, chooseCue, chosenCues, type Cue, cues, onCueChosen, usualCues } from "./cue-choice";
import { allowSound, speak } from "./give-cues";

/** Sound, voice and vibration, each on or off, as far as this browser has them. Folded away: most never touch it. */
export function CueSwitches() {
  const t = useTranslations("patient.exercise.player");
  const locale = useLocale();
  const chosen = useSyncExternalStore(onCueChosen, chosenCues, usualCues);
  const offered = useSyncExternalStore(onCueChosen, offeredCues, everyCue);
  const choose = (cue: Cue, isOn: boolean) => {
    chooseCue(cue, isOn);
    if (!isOn) return;
    if (cue === "voice") speak(t("voice"), locale);
    if (cue === "sound") allowSound();
    if (cue === "vibration") navigator.vibrate(100);
  };
  return (
    <details className="group text-16">
      <summary className="link inline-flex min-h-11 items-center gap-1.5">
        <Icon className="transition-transform group-open:rotate-90" name="right" />
        {t("cues")}
      </summary>
      <div className="grid sm:grid-cols-3">
        {offered.map((cue) => (
          <label className="flex min-h-11 items-center gap-3" key={cue}>
            <input
              checked={chosen.includes(cue)}
              className="size-6 flex-none accent-accent"
              onChange={({ target }) => choose(cue, target.checked)}
              type="checkbox"
            />
            {t(cue)}
          </label>
        ))}
      </div>
    </details>
  );
}

const everyCue = (): readonly Cue[] => cues;
let offeredHere: readonly Cue[] | null = null;
function offeredCues(): readonly Cue[] {
  offeredHere ??= cues.filter(canGive);
  return offeredHere;
}
