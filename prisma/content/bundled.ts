import {
  activitiesSchema,
  clearanceKeysSchema,
  conditionsSchema,
  liftingLadderSchema,
  timelineModifiersSchema,
} from "@/lib/schemas/content/activity";
import { emergencyNumbersSchema } from "@/lib/schemas/content/emergency-numbers";
import { measuresSchema } from "@/lib/schemas/content/measure";
import { sourcesSchema } from "@/lib/schemas/content/pieces";
import { triageContentSchema } from "@/lib/schemas/content/triage";
import activitiesJson from "./activities.json";
import clearanceKeysJson from "./clearance-keys.json";
import conditionsJson from "./conditions.json";
import emergencyNumbersJson from "./emergency-numbers.json";
import liftingLadderJson from "./lifting-ladder.json";
import measuresJson from "./measures.json";
import sourcesJson from "./sources.json";
import timelineModifiersJson from "./timeline-modifiers.json";
import triageJson from "./triage.json";

/**
 * The content that the server needs while it runs and that no clinic copies. It is imported, not read from disk, so that a built server
 * carries it; exercises and protocols come from the clinic's own library.
 */
export const triageContent = triageContentSchema.parse(triageJson);
export const activities = activitiesSchema.parse(activitiesJson);
export const clearanceKeyTexts = clearanceKeysSchema.parse(clearanceKeysJson);
export const conditionTexts = conditionsSchema.parse(conditionsJson);
export const sources = sourcesSchema.parse(sourcesJson);
export const emergencyNumbers = emergencyNumbersSchema.parse(emergencyNumbersJson);
export const measures = measuresSchema.parse(measuresJson);
export const liftingLadder = liftingLadderSchema.parse(liftingLadderJson);
export const timelineModifiers = timelineModifiersSchema.parse(timelineModifiersJson);
