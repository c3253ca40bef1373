/** One thing that is wrong with the content. */
export type Problem = { file: string; field: string; message: string };

/** The problem in one line, for a terminal. */
export function inWords({ file, field, message }: Problem): string {
  return `${file}: ${field}: ${message}`;
}
