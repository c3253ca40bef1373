/**
 * Whose page this is: the id of the account, said by the layout of the patient's pages, and without network by the plan. The queue binds what is
 * reported to it.
 */
let current: string | null = null;

/** Says whose page this is. */
export function setPerson(userId: string): void {
  current = userId;
}

/** Null before anybody has said it. */
export function currentPerson(): string | null {
  return current;
}
