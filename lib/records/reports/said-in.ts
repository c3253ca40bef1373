import { sha256Of } from "@/lib/records/canonical-json";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { ExerciseMark } from "@/lib/schemas/exercise-log";

/** The digest of what a person said with a report, whatever their phone's clock: sent again it is the same, of another report it is not. */
export function saidIn({
  idempotencyKey: _key,
  reportedAt: _made,
  sentAt: _sent,
  ...said
}: CheckInReport | ExerciseMark): string {
  return sha256Of(said);
}
