import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { ContentWithEntry } from "@/lib/clinical/entry-criteria";
import {
  activitiesSchema,
  clearanceKeysSchema,
  conditionsSchema,
  liftingLadderSchema,
  timelineModifiersSchema,
  type ContentActivity,
  type ContentClearanceKeys,
  type ContentConditions,
  type LiftingLadder,
  type TimelineModifier,
} from "@/lib/schemas/content/activity";
import { exerciseSchema, type ContentExercise } from "@/lib/schemas/content/exercise";
import { measuresSchema, type ContentMeasure } from "@/lib/schemas/content/measure";
import { sourcesSchema, type ContentSources } from "@/lib/schemas/content/pieces";
import { protocolSchema, type ContentProtocol } from "@/lib/schemas/content/protocol";
import { seedCoverageSchema, type SeedFact } from "@/lib/schemas/content/seed-coverage";
import { triageContentSchema, type ShippedTriage } from "@/lib/schemas/content/triage";
import { clinicalContent } from "./facts";

/** Everything that ships under `prisma/content/`, parsed. */
export type ProductContent = {
  /** What the rules read of exercises and protocols, and nothing else. */
  clinical: ContentWithEntry;
  triage: ShippedTriage;
  /** By id. */
  exercises: Readonly<Record<string, ContentExercise>>;
  /** By id. */
  protocols: Readonly<Record<string, ContentProtocol>>;
  activities: readonly ContentActivity[];
  clearanceKeys: ContentClearanceKeys;
  conditions: ContentConditions;
  /** By id. */
  sources: ContentSources;
  liftingLadder: LiftingLadder;
  timelineModifiers: readonly TimelineModifier[];
  measures: readonly ContentMeasure[];
  /** The facts of the source articles, and what carries each. */
  seedCoverage: readonly SeedFact[];
};

let loaded: ProductContent | undefined;

/**
 * The shipped content, read once from the folder of the repository in which the process runs.
 * Throws an error that names every file and field that does not fit its schema.
 */
export function loadContent(): ProductContent {
  loaded ??= readContent(path.join(process.cwd(), "prisma", "content"));
  return loaded;
}

/** What a file's text says by its schema. Throws when it is no JSON. */
export type Parse = <T>(text: string, schema: z.ZodType<T>) => z.ZodSafeParseResult<T>;
const parseJson: Parse = (text, schema) => schema.safeParse(JSON.parse(text));

/**
 * The content of another folder of the same shape; what `loadContent` does, without remembering.
 * @param parse for whoever reads almost the same content many times
 */
export function readContent(folder: string, parse: Parse = parseJson): ProductContent {
  const problems: string[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>) =>
    parsedFile(file, () => parse(readFileSync(path.join(folder, file), "utf8"), schema), problems);
  const readAll = <T extends { id: string }>(name: string, schema: z.ZodType<T>) => {
    const files = readdirSync(path.join(folder, name)).filter((file) => file.endsWith(".json"));
    return Object.fromEntries(
      files.sort().flatMap((file) => {
        const entry = read(`${name}/${file}`, schema);
        if (entry && `${entry.id}.json` !== file) problems.push(`${name}/${file}: id: must be the file's name`);
        return entry ? [[entry.id, entry] as const] : [];
      }),
    );
  };
  const exercises = readAll("exercises", exerciseSchema);
  const protocols = readAll("protocols", protocolSchema);
  const triage = read("triage.json", triageContentSchema);
  const activities = read("activities.json", activitiesSchema);
  const clearanceKeys = read("clearance-keys.json", clearanceKeysSchema);
  const conditions = read("conditions.json", conditionsSchema);
  const sources = read("sources.json", sourcesSchema);
  const liftingLadder = read("lifting-ladder.json", liftingLadderSchema);
  const timelineModifiers = read("timeline-modifiers.json", timelineModifiersSchema);
  const measures = read("measures.json", measuresSchema);
  const seedCoverage = read("seed-coverage.json", seedCoverageSchema);
  if (
    problems.length > 0 ||
    !(
      triage &&
      activities &&
      clearanceKeys &&
      conditions &&
      sources &&
      liftingLadder &&
      timelineModifiers &&
      measures &&
      seedCoverage
    )
  ) {
    throw new Error(`The content does not fit its schema:\n${problems.join("\n")}`);
  }
  const clinical = clinicalContent(exercises, protocols);
  return {
    clinical,
    triage,
    exercises,
    protocols,
    activities,
    clearanceKeys,
    conditions,
    sources,
    liftingLadder,
    timelineModifiers,
    measures,
    seedCoverage,
  };
}

function parsedFile<T>(file: string, parse: () => z.ZodSafeParseResult<T>, problems: string[]): T | undefined {
  try {
    const parsed = parse();
    if (parsed.success) return parsed.data;
    problems.push(...parsed.error.issues.map((issue) => `${file}: ${issue.path.join(".")}: ${issue.message}`));
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return undefined;
}
