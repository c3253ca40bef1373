const tails = new Map<string, Promise<unknown>>();

/**
 * Runs acts with the same name one after the other within this process: a phone that sends one report fifty times waits for itself, not for the
 * connections of everybody else.
 */
export async function oneAtATime<T>(name: string, act: () => Promise<T>): Promise<T> {
  const turn = (tails.get(name) ?? Promise.resolve()).then(act, act);
  tails.set(name, turn);
  try {
    return await turn;
  } finally {
    if (tails.get(name) === turn) tails.delete(name);
  }
}
