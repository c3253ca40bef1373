import type { $ZodError } from "zod/v4/core";

/** The first message of each field, by its path; unknown keys are named themselves. */
export function fieldErrors(error: Pick<$ZodError, "issues">): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) fields[[...issue.path, key].join(".")] ??= "unknownKey";
    } else fields[issue.path.join(".") || "form"] ??= issue.message;
  }
  return fields;
}
