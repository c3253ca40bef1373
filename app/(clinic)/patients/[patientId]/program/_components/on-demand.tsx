"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, startTransition, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

const prepared = new Set<() => Promise<unknown>>();

/**
 * A part of the screen that most visits do not need: its code comes when the part is first shown, or ahead with `prepare`. Until then nothing
 * stands there; when the code does not come, a word and another try.
 * @param how.isAside nobody asked for it: it comes when the hands rest; when its code does not come nothing is said, and it is tried
 * again the next time
 */
export function onDemand<P extends { close?: () => void }>(
  load: () => Promise<ComponentType<P>>,
  { isAside = false }: { isAside?: boolean } = {},
) {
  let known: ComponentType<P> | null = null;
  const fetched = async () => (known ??= await load());
  const attempt = () => fetched().catch(() => undefined);
  const prepare = () => void attempt();
  prepared.add(attempt);

  function OnDemand(props: P) {
    const [Part, setPart] = useState(() => known);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Part !== null || hasFailed) return;
      let isHere = true;
      const show = (found: ComponentType<P>) => startTransition(() => (isHere ? setPart(() => found) : undefined));
      const coming = isAside ? restingMoment().then(fetched) : fetched();
      coming.then(show, () => (isHere ? setFailed(true) : undefined));
      return () => {
        isHere = false;
      };
    }, [Part, hasFailed]);
    if (Part !== null) return <Part {...props} />;
    return hasFailed && !isAside ? <NotLoaded again={() => setFailed(false)} close={props.close} /> : null;
  }
  return { Part: OnDemand, prepare };
}

/**
 * Fetches the code of every part, so that all of it works when the network goes away: one after the other, while the hands rest, so that no key
 * waits for any of them.
 */
export async function prepareEverything(): Promise<void> {
  const hands = watchHands();
  for (const attempt of prepared) {
    await hands.atRest();
    await idleMoment();
    await attempt();
  }
  hands.stop();
}

const restMs = 600;
const mostMs = 15_000;

/** Knows when nobody has typed or pointed for a moment; somebody who never stops is waited for only so long. */
function watchHands(touchedAt = -restMs): { atRest: () => Promise<void>; stop: () => void } {
  const touched = () => {
    touchedAt = performance.now();
  };
  const signs = ["keydown", "pointerdown"] as const;
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
  const until = performance.now() + mostMs;
  const atRest = async () => {
    for (let now = performance.now(); now < until && now - touchedAt < restMs; now = performance.now()) {
      await new Promise((go) => setTimeout(go, restMs - (now - touchedAt)));
    }
  };
  return { atRest, stop: () => signs.forEach((sign) => window.removeEventListener(sign, touched, { capture: true })) };
}

/** A moment in which nobody waits for the page, after the hands have rested. */
async function restingMoment(): Promise<void> {
  const hands = watchHands(performance.now());
  await hands.atRest();
  hands.stop();
  await idleMoment();
}

const mostIdleMs = 1000;

/** A moment in which nobody waits for the page. */
function idleMoment(): Promise<unknown> {
  return new Promise((go) => {
    if ("requestIdleCallback" in window) requestIdleCallback(go, { timeout: mostIdleMs });
    else setTimeout(go, mostIdleMs / 10);
  });
}

function NotLoaded({ again, close }: { again: () => void; close: (() => void) | undefined }) {
  const t = useTranslations("program.onDemand");
  return (
    <div className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-lg shadow-raised">
      <Notice
        actions={
          <>
            <Button onClick={again}>{t("again")}</Button>
            {close === undefined ? null : (
              <Button onClick={close} variant="quiet">
                {t("close")}
              </Button>
            )}
          </>
        }
        isLive
        title={t("failed")}
        tone="warn"
      />
    </div>
  );
}
