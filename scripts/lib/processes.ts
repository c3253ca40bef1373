import { spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Resolves with the exit code once the process has ended; -1 when a signal ended it or it never began. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => {
      resolve(-1);
    });
    child.once("exit", (code) => {
      resolve(code ?? -1);
    });
  });
}

/** The command line of a live process, null when there is none: a process id alone may belong to somebody else by now. */
export function commandOf(processId: number): string | null {
  if (!Number.isInteger(processId) || processId <= 0) return null;
  if (existsSync("/proc/self/cmdline")) {
    try {
      return (
        readFileSync(`/proc/${String(processId)}/cmdline`, "utf8")
          .replaceAll("\0", " ")
          .trim() || null
      );
    } catch {
      return null;
    }
  }
  const answer = spawnSync("ps", ["-o", "args=", "-p", String(processId)], { encoding: "utf8" });
  return answer.stdout.trim() || null;
}

/** Asks again every 50 ms; false when `holds` did not become true in time. */
export async function waitUntil(milliseconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
