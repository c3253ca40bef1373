"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";

/** Where one signs in: that this phone has reports which wait for it, not whose. Nothing on the server, and where there are none. */
export function WaitingHere() {
  const t = useTranslations("signIn");
  const [count, setCount] = useState(0);
  useEffect(() => {
    void counted().then(setCount, () => null);
  }, []);
  if (count === 0) return null;
  return (
    <div className="mb-4">
      <Notice isLive shape={<Icon name="offline" size={22} />} title={t("waiting", { count })}>
        {t("waitingBody", { count })}
      </Notice>
    </div>
  );
}

/** A browser that no patient has used is left as it is. */
async function counted(): Promise<number> {
  const databases = "databases" in indexedDB ? await indexedDB.databases() : null;
  if (databases?.every(({ name }) => name !== "phasewise")) return 0;
  return (await import("@/lib/offline/waiting-here")).reportsHere();
}
