import { z } from "zod";

/** A report that was kept aside, and is read by somebody of the care team. */
export const seeReportSchema = z.strictObject({ reportId: z.uuid("badId") });
export type SeeReportInput = z.output<typeof seeReportSchema>;
