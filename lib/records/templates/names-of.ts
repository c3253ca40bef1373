import type { Text } from "@/lib/clinical/facts";
import type { Tx } from "@/lib/db/in-clinic";
import type { TemplateLine } from "@/lib/schemas/template";
import { textSchema } from "@/lib/schemas/text";

/** The names of the exercises of lines, by code. */
export async function namesOf(
  tx: Tx,
  clinicId: string,
  lines: readonly Pick<TemplateLine, "exercise">[],
): Promise<Readonly<Record<string, Text>>> {
  const codes = [...new Set(lines.map(({ exercise }) => exercise))];
  const rows = await tx.$queryRaw<{ code: string; name: unknown }[]>`
    SELECT x.code, x.facts -> 'name' AS name FROM exercise x WHERE x.clinic_id = ${clinicId}::uuid AND x.code = ANY (${codes}::text[])`;
  return Object.fromEntries(rows.map(({ code, name }) => [code, textSchema.parse(name)]));
}
