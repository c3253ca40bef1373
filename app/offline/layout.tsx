import type { ReactNode } from "react";
import { requireActor } from "@/lib/access/read-actor";
import { OfflineWords } from "@/lib/i18n/offline-words";

/** Only a signed-in patient is given the shell; the worker then keeps it. Nothing of the person is in it. */
export default async function OfflineLayout({ children }: { children: ReactNode }) {
  await requireActor("patient");
  return <OfflineWords>{children}</OfflineWords>;
}
