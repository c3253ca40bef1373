import { onDemand } from "../on-demand";

/** Bulk edit, from the header and from the inspector. */
export const bulkEdit = onDemand(() => import("./bulk-edit").then(({ BulkEditDialog }) => BulkEditDialog));
