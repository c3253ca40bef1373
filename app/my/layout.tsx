import type { ReactNode } from "react";
import { IdleWarning } from "@/components/shell/idle-warning";
import { idleMinutesOf } from "@/lib/access/idle-limit";
import { requireActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { staySignedIn } from "../session-actions";

/** Everything under here is the patient's own. */
export default async function MyLayout({ children }: { children: ReactNode }) {
  const { role } = await requireActor("patient");
  return (
    <ClientMessages namespaces={["patient", "status", "shell"]}>
      {children}
      <div data-audience="patient">
        <IdleWarning idleMinutes={idleMinutesOf(role)} stay={staySignedIn} />
      </div>
    </ClientMessages>
  );
}
