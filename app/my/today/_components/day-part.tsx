"use client";

import type { ComponentProps } from "react";
import { DayHeading } from "./day-heading";
import { ExerciseCard } from "./exercise-card";
import { NextCard } from "./next-card";
import { PrintLink } from "./print-link";
import { WaitingCard } from "./waiting-card";

type DayPartProps =
  | ({ is: "heading" } & ComponentProps<typeof DayHeading>)
  | ({ is: "next" } & ComponentProps<typeof NextCard>)
  | ({ is: "exercises" } & ComponentProps<typeof ExerciseCard>)
  | ({ is: "print" } & ComponentProps<typeof PrintLink>)
  | ({ is: "waiting" } & ComponentProps<typeof WaitingCard>);

/**
 * A part of the day, in the page's language. Drawn from its code, which a phone keeps: only its words are sent with the page. All of them under one
 * name, because the server looks up each name of a page three times.
 */
export function DayPart(part: DayPartProps) {
  switch (part.is) {
    case "heading":
      return <DayHeading {...part} />;
    case "next":
      return <NextCard {...part} />;
    case "exercises":
      return <ExerciseCard {...part} />;
    case "print":
      return <PrintLink {...part} />;
    case "waiting":
      return <WaitingCard {...part} />;
  }
}
