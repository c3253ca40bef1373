import type { Drawing } from "@/lib/figure/figure";
import type { BaseName } from "@/lib/figure/names";
import { shownBy } from "@/lib/figure/poses";
import type { ContentExercise } from "@/lib/schemas/content/exercise";

const postures: Readonly<Record<BaseName, string>> = {
  standing: "standing",
  standingFront: "standing, seen from the front",
  standingBack: "standing, seen from behind",
  seated: "sitting",
  seatedQuarter: "sitting, seen from the front and side",
  supine: "on the back",
  hooklying: "on the back, knees bent, feet down",
  prone: "face down",
  quadruped: "on hands and knees",
  sideLying: "on the side, knees bent",
  sideLyingLong: "on the side, top leg free",
  halfKneeling: "on one knee, other foot ahead",
  plank: "face down on arms and toes or knees",
  supineTop: "on the back, arms out, seen from above",
  onBall: "sitting on the ball",
};

/** What each figure shows, laid beside its exercise's own words: docs/figures/poses.md. */
export function posesText(
  drawings: readonly (readonly [string, Drawing])[],
  exercises: Readonly<Record<string, ContentExercise>>,
): string {
  const parts = drawings.flatMap(([id, drawing]) => {
    const { record, movement } = drawing.scene;
    const instructions = exercises[id]?.instructions;
    if (!instructions) return [];
    const { moves, held } = shownBy(drawing);
    const says = record.keys.slice(0, movement.keys.length).map(({ say }) => say?.en ?? "");
    const list = (words: readonly string[]) => (words.length > 0 ? words.join(", ") : "nothing");
    return [
      `## ${id}`,
      "",
      `- Set-up: ${instructions.setUp.en}`,
      ...instructions.steps.map(({ en }, index) => `- Step ${String(index + 1)}: ${en}`),
      `- **Start pose**: ${postures[record.base]}. ${says[0] ?? ""}`,
      `- **End pose**: ${says.slice(1).join(" → ") || "the same"}`,
      `- **Moves**: ${moves.length > 0 || record.moves.length === 0 ? list(moves) : "less than 8° in any joint"}; in color: ${list(record.moves)}`,
      `- **Held**: ${list(held)}${record.spine === "still" ? "; the back is marked as still" : ""}`,
      "",
    ];
  });
  return [
    "# What each figure shows, beside what its exercise says",
    "",
    "Written by `npm run figures` from the records in `prisma/content/figures` and the words in `prisma/content/exercises`. What moves and what is",
    "held is measured on the solved movement: joints that change by 8° or more (the four largest), parts that stay within 1 cm, a back that bends less than 5°.",
    "",
    ...parts,
  ].join("\n");
}
