import { type RefObject, useLayoutEffect, useRef } from "react";

/** Always the newest, in something that stays the same. */
export function useLatest<T>(now: T): RefObject<T> {
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  return latest;
}
