import { useEffect, useState, type RefObject } from "react";
import type * as Begun from "@/lib/offline/begun";
import { broughtBack } from "@/lib/check-in/left-form";
import { sentValues } from "@/lib/check-in/sent-form";
import type { StepState } from "@/lib/check-in/step-state";
import type { Stage } from "@/lib/clinical/triage-content";

type Form = {
  stage: Stage;
  /** What else the form is about: the check-in that it corrects, or an earlier day. */
  about: string;
  screens: number;
};

/**
 * What was answered of this form before a reload or a new sign-in comes back, to the same person only; it stays with the offline plan. Answers of
 * some time ago are begun with anew, and `broughtBackFrom` (ms since the epoch) is when they were given.
 * @param restore is given the form as it comes back, unless something was answered meanwhile
 */
export function useBegun(
  { stage, about, screens }: Form,
  form: RefObject<HTMLFormElement | null>,
  restore: (state: StepState) => void,
) {
  const [broughtBackFrom, setBroughtBackFrom] = useState<number | null>(null);
  useEffect(() => {
    void import("@/lib/offline/begun")
      .then(({ readBegun }) => readBegun(stage))
      .then(async (kept) => {
        // Mostly there is nothing, and nothing to read it with is fetched.
        const left = kept === null ? null : (await import("./left-form")).readLeft(kept);
        if (left === null || isAnswered(form.current)) return;
        const back = broughtBack(left, { about, screens }, Date.now());
        if (back === null) return;
        restore(back.state);
        setBroughtBackFrom(back.from);
      })
      .catch(() => null);
  }, [stage, about, screens, form, restore]);
  const withStore = (act: (store: typeof Begun) => Promise<void>) => {
    void import("@/lib/offline/begun").then(act).catch(() => null);
  };
  return {
    broughtBackFrom,
    keep: ({ step, values }: StepState) => {
      // The later screens are still of then.
      const at = broughtBackFrom ?? Date.now();
      withStore(({ keepBegun }) => keepBegun(stage, { at, about, screens, step, values }));
    },
    drop: () => withStore(({ dropBegun }) => dropBegun(stage)),
  };
}

/** Asked of the page itself: it can be answered before its script has come. */
function isAnswered(form: HTMLFormElement | null): boolean {
  if (form === null) return true;
  return Object.values(sentValues(new FormData(form))).some((values) => values.some((value) => value !== ""));
}
