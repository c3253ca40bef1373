import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import type { DayMarks } from "@/lib/check-in/day-marks";
import { onChange } from "@/lib/offline/changes";
import { sendUnkept } from "@/lib/offline/post";
import type { Report, SendOutcome } from "@/lib/offline/waiting";
import { type Outcome, outcomes } from "@/lib/schemas/outcomes";
import { addressAfter } from "./addresses";

/**
 * Why a mark did not lead on. `stay`: only this page has it; `onPhone`: it waits, and no other page opens without network; `kept`: the team has it, the
 * record not; `refused`: nobody has it.
 */
export type MarkTrouble = "stay" | "onPhone" | "kept" | "refused";
/** Opens the page after a mark that waits on this phone: one of the server would not know of it. */
export type GoOn = (address: string) => void;

/** Through the queue; its parts are asked for when they are needed, so that Today stays light. Where they do not come it is sent from memory. */
async function sendMark(report: Report): Promise<SendOutcome> {
  const send = await import("@/lib/offline/send").then(
    ({ sendNow }) => sendNow,
    () => sendUnkept,
  );
  return send(report);
}

/** Whether another page can be opened without network: only where the worker that answers with the shell has this one. */
function hasShell(): boolean {
  return "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;
}

/**
 * How a form of marks is sent with JavaScript: through the phone's queue, once however often it is tapped, then on to what is next.
 * @param goOn the shell's own way; else the whole page is opened, which without network is the shell where the phone has it
 */
export function useMark(lineId: string, lines: readonly { id: string; marks: DayMarks }[], goOn?: GoOn) {
  const router = useRouter();
  const [sending, setSending] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState<MarkTrouble | null>(null);
  const begun = useRef<{ name: string; key: string } | null>(null);
  // Until it has been sent.
  useEffect(() => {
    if (trouble !== "onPhone") return undefined;
    return onChange((change) => {
      if (change === "sent") setTrouble(null);
    });
  }, [trouble]);

  /** Null when it led on. */
  const mark = async (outcome: Outcome, session: number): Promise<MarkTrouble | null> => {
    const name = `${outcome} ${session}`;
    // The same answer tried again is the same report.
    if (begun.current?.name !== name) begun.current = { name, key: crypto.randomUUID() };
    const body = { idempotencyKey: begun.current.key, lineId, outcome, session };
    const address = addressAfter(lines, body);
    const became = await sendMark({ kind: "mark", body });
    if (became.status === "waiting") {
      if (!became.stored) return "stay";
      if (goOn) goOn(address);
      else if (became.isSignedOut === true || hasShell()) window.location.assign(address);
      else return "onPhone";
      return null;
    }
    if (became.status !== "sent") return became.status;
    router.push(address);
    if (outcome === "not-done") router.refresh();
    return null;
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const outcome = outcomes.find((each) => submitter instanceof HTMLButtonElement && each === submitter.value);
    const session = Number(new FormData(event.currentTarget).get("session"));
    if (sending !== null || outcome === undefined) return;
    setSending(outcome);
    setTrouble(null);
    void mark(outcome, session)
      .catch((): MarkTrouble => "stay")
      .then((found) => {
        setTrouble(found);
        if (found !== null) setSending(null);
      });
  };
  return { submit, sending, trouble };
}
