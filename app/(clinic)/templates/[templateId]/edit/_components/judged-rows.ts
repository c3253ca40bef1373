import type { BuilderKind } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-context";

/** Exercises of the library, which the server has not judged because they are for no patient, judged by what is at hand. */
export const judgedRows: BuilderKind["judgedRows"] = (rows, { judge, content, phase }) => {
  const exercises = { ...content.exercises, ...Object.fromEntries(rows.map(({ code, facts }) => [code, facts])) };
  const lines = rows.map(({ code, facts, myDosage }) => ({
    phase,
    exercise: code,
    dosage: myDosage ?? facts.defaultDosage,
  }));
  const judged = judge(lines, { ...content, exercises });
  return rows.flatMap((row, index) => {
    const found = judged[index];
    if (!found) return [];
    const { verdict, heldBack, findings } = found;
    return [{ ...row, verdict, heldBack, findings }];
  });
};
