import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { sources } from "@/prisma/content/bundled";
import { loadWhatRests, restingKinds, type Resting } from "./what-rests-on";

/** How much a source can carry, strongest first; `LIC` and `SEED` are no evidence. */
export const tiers = ["A", "OBS", "B", "C", "D", "LIC", "SEED"] as const;
export type Tier = (typeof tiers)[number];

export type ListedSource = {
  id: string;
  tier: Tier;
  title: string;
  /** A web address by name; null for the file of a source article, and for a copy on a machine without a name. */
  href: string | null;
  /** How many things of the library name it. */
  resting: number;
};

/** Of one kind: how many there are, and how many carry a number that nobody has confirmed. */
export type UnverifiedCount = { kind: Resting["kind"]; all: number; unverified: number };

/** Every source that ships, with how much rests on it, and how much rests on none. */
export async function loadSources(actor: Actor): Promise<{ sources: ListedSource[]; unverified: UnverifiedCount[] }> {
  requirePermission(actor, "sources.read");
  const things = await inClinic(actor, (tx) => loadWhatRests(tx, actor.clinicId));
  return {
    sources: Object.keys(sources).map((id) => listed(id, things)),
    unverified: restingKinds.map((kind) => {
      const ofKind = things.filter((thing) => thing.kind === kind);
      return { kind, all: ofKind.length, unverified: ofKind.filter(({ isUnverified }) => isUnverified).length };
    }),
  };
}

/**
 * One source with everything that names it.
 * @throws {NotFound} for an id that is none
 */
export async function loadSource(actor: Actor, id: string): Promise<ListedSource & { things: Resting[] }> {
  requirePermission(actor, "sources.read");
  if (!Object.hasOwn(sources, id)) throw new NotFound("source");
  const things = await inClinic(actor, (tx) => loadWhatRests(tx, actor.clinicId));
  return { ...listed(id, things), things: things.filter(({ sources: named }) => named.includes(id)) };
}

function listed(id: string, things: readonly Resting[]): ListedSource {
  const source = sources[id];
  if (!source) throw new NotFound("source");
  const { tier, title, address } = source;
  return {
    id,
    tier,
    title,
    href: linkOf(address),
    resting: things.filter(({ sources: named }) => named.includes(id)).length,
  };
}

function linkOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && !/^[\d.]+$/.test(hostname) ? address : null;
}
