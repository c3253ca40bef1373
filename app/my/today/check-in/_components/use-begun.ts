import { useEffect, type RefObject } from "react";
import * as z from "zod/mini";
import type * as Begun from "@/lib/offline/begun";
import { sentValues } from "@/lib/check-in/sent-form";
import type { StepState } from "@/lib/check-in/step-state";
import type { Stage } from "@/lib/clinical/triage-content";

/** Pain is what it is now: answers of longer ago do not come back, ms. A patient is signed out for idleness after one hour. */
const keptMs = 3 * 3_600_000;

const begunSchema = z.object({
  at: z.number(),
  about: z.string(),
  screens: z.number(),
  step: z.number(),
  values: z.record(z.string(), z.array(z.string())),
});

type Form = {
  stage: Stage;
  /** What else the form is about: the check-in that it corrects, or an earlier day. */
  about: string;
  screens: number;
};

/**
 * What was answered of this form before a reload or a new sign-in comes back, to the same person only; it stays with the offline plan.
 * @param restore is given the form where it was left, unless something was answered meanwhile
 */
export function useBegun(
  { stage, about, screens }: Form,
  form: RefObject<HTMLFormElement | null>,
  restore: (state: StepState) => void,
) {
  useEffect(() => {
    void import("@/lib/offline/begun")
      .then(({ readBegun }) => readBegun(stage))
      .then((kept) => {
        const begun = begunSchema.safeParse(kept).data;
        if (!begun || isAnswered(form.current) || Date.now() - begun.at > keptMs) return;
        if (begun.about !== about || begun.screens !== screens) return;
        restore({ step: Math.min(begun.step, screens - 1), attempt: 1, values: begun.values, errors: {} });
      })
      .catch(() => null);
  }, [stage, about, screens, form, restore]);
  const withStore = (act: (store: typeof Begun) => Promise<void>) => {
    void import("@/lib/offline/begun").then(act).catch(() => null);
  };
  return {
    keep: ({ step, values }: StepState) =>
      withStore(({ keepBegun }) => keepBegun(stage, { at: Date.now(), about, screens, step, values })),
    drop: () => withStore(({ dropBegun }) => dropBegun(stage)),
  };
}

/** Asked of the page itself: it can be answered before its script has come. */
function isAnswered(form: HTMLFormElement | null): boolean {
  if (form === null) return true;
  return Object.values(sentValues(new FormData(form))).some((values) => values.some((value) => value !== ""));
}
