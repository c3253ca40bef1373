import type { ReactNode } from "react";
import { idleMinutesOf } from "@/lib/access/idle-limit";
import { requireActor } from "@/lib/access/read-actor";
import { env } from "@/lib/env";
import { AroundPages } from "./_components/around-pages";

/** Everything under here is the patient's own. */
export default async function MyLayout({ children }: { children: ReactNode }) {
  const { role, userId, clinic } = await requireActor("patient");
  return (
    <AroundPages
      idleMinutes={idleMinutesOf(role)}
      timeZone={clinic.timeZone}
      userId={userId}
      worksOffline={env().production}
    >
      {children}
    </AroundPages>
  );
}
