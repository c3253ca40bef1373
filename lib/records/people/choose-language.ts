import type { Actor } from "@/lib/access/actor";
import { inClinic } from "@/lib/db/in-clinic";

/** Remembers the language of the account, so that the next device speaks it too. No health data is touched, so nothing is audited. */
export async function chooseLanguage(actor: Actor, locale: Actor["locale"]): Promise<void> {
  const { clinicId, userId: id } = actor;
  await inClinic(actor, (tx) =>
    tx.user.updateMany({ where: { clinicId, id }, data: { locale, version: { increment: 1 } } }),
  );
}
