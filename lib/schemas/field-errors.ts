import type { z } from "zod";

/** The first message of each field, by its path; unknown keys are named themselves. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) fields[[...issue.path, key].join(".")] ??= "unknownKey";
    } else fields[issue.path.join(".") || "form"] ??= issue.message;
  }
  return fields;
}
