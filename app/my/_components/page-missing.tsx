"use client";

import { LinkButton } from "@/components/ui/link-button";

/** What a patient's address that leads nowhere says, in the page's language. Drawn from its code: Next sends it with every page of the patient. */
export function PageMissing({ title, body, action }: { title: string; body: string; action: string }) {
  return (
    <main className="mx-auto grid max-w-patient gap-4 px-4 py-8 text-18" data-audience="patient" id="main">
      <title>{`${title} · Phasewise`}</title>
      <h1 className="text-26 font-bold tracking-tight">{title}</h1>
      <p>{body}</p>
      <LinkButton href="/my/today" isWide variant="primary">
        {action}
      </LinkButton>
    </main>
  );
}
