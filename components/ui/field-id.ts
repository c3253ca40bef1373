/** The id of a field's control by its form name; an error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}
