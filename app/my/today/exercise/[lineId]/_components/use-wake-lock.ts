import { useEffect } from "react";

/** Keeps the screen on while something runs; a browser that refuses is left in peace. Comes back after another page was looked at. */
export function useWakeLock(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const granted = await navigator.wakeLock.request("screen");
        if (isOver) await granted.release();
        else lock = granted;
      } catch {
        // No battery, no permission: the screen goes dark as ever.
      }
    };
    const holdAgain = () => void hold();
    holdAgain();
    document.addEventListener("visibilitychange", holdAgain);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", holdAgain);
      void lock?.release().catch(() => undefined);
    };
  }, [isRunning]);
}
