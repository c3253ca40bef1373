"use server";

import { notFound } from "next/navigation";
import { revalidatePath } from "next/cache";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { seeReport } from "@/lib/records/reports/see-report";
import { seeReportSchema } from "@/lib/schemas/report-aside";

/** A report that was kept aside is read. */
export async function seeReportAction(sent: unknown): Promise<void> {
  const input = { reportId: formOf(sent).get("reportId") };
  const { status } = await runAction(seeReportSchema, input, (actor, report) => seeReport(actor, report));
  if (status !== "done") notFound();
  revalidatePath("/patients/[patientId]/check-ins", "page");
}
