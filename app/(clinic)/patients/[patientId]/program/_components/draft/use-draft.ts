import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { DraftKey } from "@/lib/access/draft-key";
import { discardEvent } from "@/lib/draft/kept-copies";
import { type DraftAddress, draftRequests } from "./draft-requests";
import type { OpenedDraft } from "./draft-snapshot";
import type { DraftCheck } from "./draft-check";
import { draftStore, type DraftStore } from "./draft-store";
import { localCopy } from "./local-copy";

/** Where a draft that is no program's is kept, and what is read before it is sent. */
export type DraftKept = { address: DraftAddress; check: DraftCheck };

const lookEveryMs = 15_000;
/** A page that nobody has touched for longer is being left because the session is over; its changes lie encrypted in the browser. */
const warnWithinMs = 10 * 60_000;

/**
 * The draft on screen: saved by itself, kept through a reload or a crash, merged with what colleagues save.
 * @param follows the signed revision that the draft follows
 * @param owner from `draftKey`: whose changes these are, and the key of what the browser keeps of them
 * @param kept where the draft is not a program's
 * @param knows whether the page has the facts of an exercise; what comes in with a colleague's line is fetched with the page
 */
export function useDraft(
  programId: string,
  first: OpenedDraft,
  {
    follows,
    owner,
    knows,
    kept,
  }: { follows: number | null; owner: DraftKey; knows: (exercise: string) => boolean; kept?: DraftKept | undefined },
) {
  const [store] = useState(() =>
    draftStore({
      programId,
      follows,
      first,
      requests: draftRequests(owner.editorId, kept?.address),
      copy: typeof window === "undefined" ? null : localCopy(owner.name, owner.key, window.localStorage),
      ...(kept && { check: kept.check }),
    }),
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  useEffect(() => attend(store), [store]);
  useFetchedFacts(snapshot.draft.lines.map(({ exercise }) => exercise).filter((exercise) => !knows(exercise)));
  const { change, undo, redo, settle, flush, dismissNote, dismissLeftOver } = store;
  return { ...snapshot, change, undo, redo, settle, flush, dismissNote, dismissLeftOver };
}

/** Asks for the page again, once for each exercise that it does not know. */
function useFetchedFacts(unknown: readonly string[]): void {
  const router = useRouter();
  const asked = useRef(new Set<string>());
  const codes = unknown.join(" ");
  useEffect(() => {
    const fresh = codes.split(" ").filter((code) => code !== "" && !asked.current.has(code));
    for (const code of fresh) asked.current.add(code);
    if (fresh.length > 0) router.refresh();
  }, [codes, router]);
}

/** Looks who is here, saves when the network is back, and warns before something unsaved is left. */
function attend(store: DraftStore): () => void {
  const look = () => {
    if (document.visibilityState === "visible") void store.look();
  };
  const retry = () => void store.save();
  let isDiscarded = false;
  const discard = () => {
    isDiscarded = true;
  };
  const warn = (event: BeforeUnloadEvent) => {
    if (!isDiscarded && store.isUnsaved(warnWithinMs)) event.preventDefault();
  };
  const leave = () => void store.save(true);
  void store.restore().then(look);
  const looking = setInterval(look, lookEveryMs);
  window.addEventListener("focus", look);
  window.addEventListener("pageshow", look);
  window.addEventListener("online", retry);
  window.addEventListener(discardEvent, discard);
  window.addEventListener("beforeunload", warn);
  window.addEventListener("pagehide", leave);
  return () => {
    clearInterval(looking);
    window.removeEventListener("focus", look);
    window.removeEventListener("pageshow", look);
    window.removeEventListener("online", retry);
    window.removeEventListener(discardEvent, discard);
    window.removeEventListener("beforeunload", warn);
    window.removeEventListener("pagehide", leave);
    leave();
    store.stop();
  };
}
