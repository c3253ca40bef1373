"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import * as z from "zod/mini";

const answerSchema = z.object({ news: z.string() });
/** After the page itself, and before a broken line is tried again, ms. */
const [firstMs, againMs] = [1000, 5000];
/** Told by another process, which counts for itself: looked at no more often than this, ms. */
const calmMs = 30_000;

/**
 * Draws the page anew as soon as an alert or a hold of the clinic has changed, while it is looked at. Neither the asking nor the drawing counts as
 * activity of its person: the session ends in its time, and with it this.
 * @param known what the server knew when it made the page
 */
export function LiveNews({ known }: { known: string }) {
  const router = useRouter();
  const [isDrawing, draw] = useTransition();
  const [drawnAt, setDrawnAt] = useState(0);
  const calmFor = useEffectEvent((before: string, news: string) => {
    const [source] = before.split(" ");
    return news.startsWith(`${source} `) ? 0 : Math.max(0, drawnAt + calmMs - performance.now());
  });
  const drawAnew = useEffectEvent(() => {
    setDrawnAt(performance.now());
    document.cookie = "phasewise-quiet=1; path=/; max-age=20; samesite=strict; secure";
    draw(() => router.refresh());
  });
  useEffect(() => {
    if (!isDrawing && drawnAt > 0) document.cookie = "phasewise-quiet=; path=/; max-age=0; samesite=strict; secure";
  }, [isDrawing, drawnAt]);
  useEffect(() => {
    const leaving = new AbortController();
    void listen(known, leaving.signal, { calmFor, drawAnew });
    return () => leaving.abort();
  }, [known]);
  return null;
}

type Drawing = {
  /** So long it may wait with the drawing, ms. */
  calmFor: (before: string, news: string) => number;
  drawAnew: () => void;
};

async function listen(first: string, signal: AbortSignal, { calmFor, drawAnew }: Drawing) {
  let known = first;
  let late: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(late));
  await pause(firstMs, signal);
  while (!signal.aborted) {
    await seen(signal);
    const news = await ask(known, signal);
    if (news === "over") return;
    if (news === null) await pause(againMs, signal);
    else if (news !== known) {
      clearTimeout(late);
      const calmMsLeft = calmFor(known, news);
      if (calmMsLeft > 0) late = setTimeout(drawAnew, calmMsLeft);
      else drawAnew();
      known = news;
    }
  }
}

/** Null: no answer; `over`: nobody is signed in any more. */
async function ask(known: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`/api/news?known=${encodeURIComponent(known)}`, { signal, cache: "no-store" });
    if (response.status === 401 || response.status === 404) return "over";
    return answerSchema.safeParse(await response.json()).data?.news ?? null;
  } catch {
    return null;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Nobody looks at a hidden page: it asks when it is shown again. */
function seen(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    signal.addEventListener("abort", look);
  });
}
