/** What a form posted. Anything else that a client sends to a form's action counts as an empty form. */
export function formOf(input: unknown): FormData {
  return input instanceof FormData ? input : new FormData();
}
