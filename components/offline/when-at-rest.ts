/** So long after everything of the page has come, ms: nobody waits then for what its person sees. */
const restMs = 3000;

/**
 * Acts once, when the page has come to rest: three seconds after it was loaded, or after its first touch, as soon as the browser has nothing to do; when
 * it is put away before, at once.
 * @returns takes it back
 */
export function whenAtRest(act: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  const now = () => {
    if (signal.aborted) return;
    over.abort();
    act();
  };
  const whenIdle = () => {
    // Some browsers cannot say when they rest: a moment later then.
    if ("requestIdleCallback" in window) window.requestIdleCallback(now, { timeout: 4000 });
    else setTimeout(now, 1000);
  };
  const afterAWhile = () => {
    const timer = setTimeout(whenIdle, restMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  };
  if (document.readyState === "complete") afterAWhile();
  else window.addEventListener("load", afterAWhile, { once: true, signal });
  window.addEventListener("pointerdown", whenIdle, { once: true, passive: true, signal });
  window.addEventListener("keydown", whenIdle, { once: true, signal });
  const putAway = () => {
    if (document.visibilityState === "hidden") now();
  };
  document.addEventListener("visibilitychange", putAway, { signal });
  return () => over.abort();
}
