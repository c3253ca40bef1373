import type { ReactNode } from "react";
import { requireActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";

/** Everything under here is the patient's own. */
export default async function MyLayout({ children }: { children: ReactNode }) {
  await requireActor("patient");
  return <ClientMessages namespaces={["patient", "status", "shell"]}>{children}</ClientMessages>;
}
