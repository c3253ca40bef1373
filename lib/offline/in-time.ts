/** What a promise gives within so many milliseconds; null where it takes longer, or fails. It goes on behind. */
export function inTime<T>(promise: Promise<T>, withinMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, withinMs);
    void promise
      .catch(() => null)
      .then((given) => {
        clearTimeout(timer);
        resolve(given);
      });
  });
}
