/** A number with at most one decimal and a point in both languages: "4.5", "4". */
export function shortDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A mean of answers, always with one decimal and a point in both languages: "3.0". */
export function meanDecimal(value: number): string {
  return value.toFixed(1);
}
