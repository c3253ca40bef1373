/** The first letter large, as a title has it. */
export function titled(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
