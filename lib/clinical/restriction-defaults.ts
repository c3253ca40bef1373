import type { MovementTag, PhaseFacts, Region, RegionalTag, RestrictionKind, Text, TreatmentRegion } from "./facts";
import { liftSteps, type LadderStep, type OwnDays } from "./lift-steps";
import type { RestrictionTerms } from "./restriction-strictness";
import { regionsMeet } from "./review/need";

/** What the content says of one phase, with its words on bracing and driving. */
export type UsualPhase = Pick<PhaseFacts, "n" | "dayStart" | "limits" | "blockedTags" | "sources"> & {
  brace: Text | null;
  driving: Text | null;
};

export type UsualFrom = OwnDays & {
  phase: number;
  /** Of the treatment: movements of another part of the spine are left out. */
  region: TreatmentRegion;
  phases: readonly UsualPhase[];
  ladder: readonly LadderStep[];
};

/** `condition`: the content leaves it to the surgeon, in these words; null where the phase itself asks for it. */
export type UsualRestriction = { terms: RestrictionTerms; sources: string[]; condition: Text | null };

const kindOf: Readonly<Partial<Record<MovementTag, RestrictionKind>>> = {
  FLEXION: "no-bending",
  ROTATION: "no-twisting",
  EXTENSION: "no-extension",
  LATERAL_FLEXION: "no-side-bending",
  IMPACT: "no-impact",
  OVERHEAD: "no-overhead",
  WATER_IMMERSION: "no-immersion",
};
const regionsOf = {
  CERVICAL: ["CERVICAL"],
  THORACOLUMBAR: ["THORACIC", "LUMBAR"],
  LUMBAR: ["LUMBAR"],
} as const satisfies Record<TreatmentRegion, readonly Region[]>;

const nothing: RestrictionTerms = {
  ...{ kind: "brace", region: null, kg: null, minutes: null },
  ...{ untilDate: null, untilPhase: null, untilClearance: null },
};

/**
 * What a surgeon usually orders in this phase and on this day of a protocol: the movements that the phase blocks until the first phase that does
 * not, the ladder's weight until its next step, sitting, driving, and the brace or collar where the content leaves it to the surgeon.
 */
export function usualRestrictions(from: UsualFrom): UsualRestriction[] {
  const now = from.phases.find(({ n }) => n === from.phase);
  if (now === undefined) return [];
  return [
    ...lifting(from),
    ...movements(now, from),
    ...sitting(now, from),
    ...driving(now, from),
    ...bracing(now, from),
  ];
}

function lifting({ ladder, ...days }: UsualFrom): UsualRestriction[] {
  return liftSteps(ladder, days).flatMap(({ kg, until, isNow, sources }) =>
    isNow && kg !== null
      ? [{ terms: { ...nothing, kind: "lift-limit", kg, untilDate: until }, sources, condition: null }]
      : [],
  );
}

function movements(now: UsualPhase, from: UsualFrom): UsualRestriction[] {
  const own: readonly Region[] = regionsOf[from.region];
  return now.blockedTags.flatMap((blocked) => {
    const kind = kindOf[blocked.tag];
    if (kind === undefined || (blocked.region !== null && !own.includes(blocked.region))) return [];
    const untilPhase = endsIn(now, from, ({ blockedTags }) => !blockedTags.some((tag) => isSame(tag, blocked)));
    const terms = { ...nothing, kind, region: blocked.region, untilPhase };
    return [{ terms, sources: now.sources, condition: null }];
  });
}

function isSame(tag: RegionalTag, blocked: RegionalTag): boolean {
  return tag.tag === blocked.tag && regionsMeet(tag.region, blocked.region);
}

function sitting(now: UsualPhase, from: UsualFrom): UsualRestriction[] {
  const minutes = now.limits.sitMaxMin;
  if (minutes === null) return [];
  const untilPhase = endsIn(now, from, ({ limits }) => limits.sitMaxMin === null || limits.sitMaxMin > minutes);
  return [{ terms: { ...nothing, kind: "sit-limit", minutes, untilPhase }, sources: now.sources, condition: null }];
}

function driving(now: UsualPhase, from: UsualFrom): UsualRestriction[] {
  const words = now.driving;
  if (words === null || isAllowed(words)) return [];
  const isClosed = words.en === "no";
  const untilPhase = endsIn(now, from, (later) => later.driving === null || later.driving.en !== words.en);
  const terms = { ...nothing, kind: "driving", untilPhase } as const;
  return [{ terms, sources: now.sources, condition: isClosed ? null : words }];
}

function isAllowed({ en }: Text): boolean {
  return en.startsWith("yes") || en === "per symptoms";
}

function bracing(now: UsualPhase, from: UsualFrom): UsualRestriction[] {
  if (now.brace === null || isNone(now.brace)) return [];
  const untilPhase = endsIn(now, from, ({ brace }) => brace === null || isNone(brace));
  const terms = { ...nothing, kind: from.region === "CERVICAL" ? "collar" : "brace", untilPhase } as const;
  return [{ terms, sources: now.sources, condition: now.brace }];
}

function isNone({ en }: Text): boolean {
  return en.startsWith("none");
}

/** The first later phase of which it no longer holds; null where every later one still asks for it. */
function endsIn(now: UsualPhase, { phases }: UsualFrom, isOver: (later: UsualPhase) => boolean): number | null {
  return phases.find((later) => later.n > now.n && isOver(later))?.n ?? null;
}
