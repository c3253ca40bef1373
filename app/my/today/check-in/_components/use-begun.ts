import { useEffect, useRef } from "react";
import * as z from "zod/mini";
import type * as Begun from "@/lib/offline/begun";
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
 * @param restore is given the form where it was left, unless it was touched meanwhile
 */
export function useBegun({ stage, about, screens }: Form, restore: (state: StepState) => void) {
  const isTouched = useRef(false);
  useEffect(() => {
    const touch = () => {
      isTouched.current = true;
    };
    document.addEventListener("input", touch, { once: true });
    void import("@/lib/offline/begun")
      .then(({ readBegun }) => readBegun(stage))
      .then((kept) => {
        const begun = begunSchema.safeParse(kept).data;
        if (!begun || isTouched.current || Date.now() - begun.at > keptMs) return;
        if (begun.about !== about || begun.screens !== screens) return;
        restore({ step: Math.min(begun.step, screens - 1), attempt: 1, values: begun.values, errors: {} });
      })
      .catch(() => null);
    return () => document.removeEventListener("input", touch);
  }, [stage, about, screens, restore]);
  const withStore = (act: (store: typeof Begun) => Promise<void>) => {
    isTouched.current = true;
    void import("@/lib/offline/begun").then(act).catch(() => null);
  };
  return {
    keep: ({ step, values }: StepState) =>
      withStore(({ keepBegun }) => keepBegun(stage, { at: Date.now(), about, screens, step, values })),
    drop: () => withStore(({ dropBegun }) => dropBegun(stage)),
  };
}
