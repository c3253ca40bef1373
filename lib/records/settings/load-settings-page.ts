import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { settingParts, type SettingEntry, type SettingPart, type SettingValues } from "@/lib/clinical/settings/entry";
import { inClinic } from "@/lib/db/in-clinic";
import type { SettingsQuery } from "@/lib/schemas/settings";
import { loadCatalog } from "./catalog";
import { loadSettingsRecord, type SettingChange, type SettingsRecord, type SettingsVersion } from "./load-history";

/** A number with what the clinic has now; the shipped `value` stands beside it. */
export type ShownSetting = SettingEntry & { current: number; isChanged: boolean };
/** Of one part: how many numbers, how many that nobody has confirmed, how many that the clinic has set. */
export type PartCount = { part: SettingPart; all: number; unverified: number; changed: number };
/** A change with the words of its number; null where the library no longer has it. */
export type NamedChange = SettingChange & {
  entry: Pick<SettingEntry, "protocol" | "section" | "label" | "unit" | "value"> | null;
};

export type SettingsPage = Omit<SettingsRecord, "current" | "versions"> & {
  version: number;
  crisisPhone: string | null;
  parts: PartCount[];
  protocols: { id: string; title: Text }[];
  /** The one whose numbers are shown; null in parts that do not go by protocol, and in what a search found. */
  protocol: string | null;
  shown: ShownSetting[];
  /** How many the view holds, when more than are shown. */
  found: number;
  versions: (Omit<SettingsVersion, "changes"> & { changes: NamedChange[] })[];
};

/** So many numbers that they are read protocol by protocol. */
const byProtocol: ReadonlySet<SettingPart> = new Set(["entry", "earliest", "activity"]);
const mostFound = 60;

/** The clinic's numbers of one part, or those that a search finds in all of them, with their history. */
export async function loadSettingsPage(actor: Actor, query: SettingsQuery): Promise<SettingsPage> {
  requirePermission(actor, "settings.read");
  return inClinic(actor, async (tx) => {
    const { entries, protocols } = await loadCatalog(tx, actor.clinicId);
    const { current, versions, ...rest } = await loadSettingsRecord(tx, actor.clinicId);
    const protocol = query.q === "" && byProtocol.has(query.part) ? chosen(protocols, query.protocol) : null;
    const found = query.q === "" ? ofPart(entries, query.part, protocol) : matching(entries, protocols, query.q);
    const known = new Map(entries.map((entry) => [entry.id, entry]));
    return {
      ...rest,
      version: current.version,
      crisisPhone: current.crisisPhone,
      parts: countsOf(entries, current.values),
      protocols,
      protocol,
      shown: (query.q === "" ? found : found.slice(0, mostFound)).map((entry) => shownSetting(entry, current.values)),
      found: found.length,
      versions: versions.map(({ changes, ...version }) => ({
        ...version,
        changes: changes.map((change) => ({ ...change, entry: known.get(change.id) ?? null })),
      })),
    };
  });
}

/** What a reviewer is asked to sign for: every part's numbers by count, and who has signed. */
export async function loadReviewPage(
  actor: Actor,
): Promise<Pick<SettingsPage, "version" | "parts" | "reviews" | "areDefaultsReviewed">> {
  requirePermission(actor, "settings.read");
  return inClinic(actor, async (tx) => {
    const { entries } = await loadCatalog(tx, actor.clinicId);
    const { current, reviews, areDefaultsReviewed } = await loadSettingsRecord(tx, actor.clinicId);
    return { version: current.version, parts: countsOf(entries, current.values), reviews, areDefaultsReviewed };
  });
}

function chosen(protocols: readonly { id: string }[], asked: string | null): string | null {
  return (protocols.find(({ id }) => id === asked) ?? protocols[0])?.id ?? null;
}

function ofPart(entries: readonly SettingEntry[], part: SettingPart, protocol: string | null): SettingEntry[] {
  return entries.filter((entry) => entry.part === part && (protocol === null || entry.protocol === protocol));
}

/** Those whose words in either language, protocol included, hold every word that is searched for. */
function matching(
  entries: readonly SettingEntry[],
  protocols: readonly { id: string; title: Text }[],
  q: string,
): SettingEntry[] {
  const titles = new Map(protocols.map(({ id, title }) => [id, `${title.en} ${title.es}`]));
  const wanted = plain(q).split(/\s+/);
  return entries.filter(({ id, label, section, protocol }) => {
    const words = [id, label.en, label.es, section.en, section.es, titles.get(protocol ?? "") ?? ""];
    const text = plain(words.join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function shownSetting(entry: SettingEntry, values: SettingValues): ShownSetting {
  const own = values[entry.id];
  return { ...entry, current: own ?? entry.value, isChanged: own !== undefined };
}

function countsOf(entries: readonly SettingEntry[], values: SettingValues): PartCount[] {
  return settingParts.map((part) => {
    const all = entries.filter((entry) => entry.part === part);
    return {
      part,
      all: all.length,
      unverified: all.filter(({ basis }) => basis !== "sourced").length,
      changed: all.filter(({ id }) => values[id] !== undefined).length,
    };
  });
}
