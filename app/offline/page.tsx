import type { Metadata } from "next";
import { OfflineShell } from "./_components/offline-shell";

/** Each part writes its own title. */
export const metadata: Metadata = { title: null };

/**
 * What the worker answers in the place of every page of a patient while there is no network. The same for everybody: all of the person is read in
 * the browser, from the plan and the queue that this phone keeps.
 */
export default function OfflinePage() {
  return <OfflineShell />;
}
