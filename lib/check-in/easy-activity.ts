/** Short walks, ankle pumps and easy breathing, as the database's gate knows them too (`line_is_open`). */
const easyExercises: ReadonlySet<string> = new Set(["walk-short", "ankle-pumps", "diaphragmatic-breathing"]);

/** Whether an exercise stays good under a hold that leaves easy activity open. */
export function isEasyActivity(exerciseCode: string): boolean {
  return easyExercises.has(exerciseCode);
}
