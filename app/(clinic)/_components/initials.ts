/** First letters of the first two words of a name; titles do not count. */
export function initialsOf(name: string): string {
  const words = name.split(" ").filter((word) => word !== "" && !word.endsWith("."));
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
}
