import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { whenAtRest } from "@/components/offline/when-at-rest";
import { urgentBy, type FormWorry } from "@/lib/check-in/urgent";
import { inTime } from "@/lib/offline/in-time";
import { onChange } from "@/lib/offline/changes";
import { sendUnkept } from "@/lib/offline/post";
import type { SendOutcome } from "@/lib/offline/waiting";
import type { BegunSending, CheckInBody } from "./send-check-in";
import type { Unsent } from "./unsent-result";

/** The parts that keep, judge and send: asked for before they are needed, while there is still a network. */
const loadSending = () => import("./send-check-in");
/** So long a red flag waits for the server's answer, ms: then the phone's own is shown, and the sending goes on behind it. */
const urgentMs = 2000;
/** So long any other answer waits, with older reports before it. */
const patienceMs = 20_000;
const everyMs = 20_000;

/** The shell's own: its parts are there without network, and it shows what waits at an address of its own. */
export type ShellSending = { begin: (body: CheckInBody) => Promise<BegunSending>; show: (key: string) => void };

/** The last screen as it was sent. */
type Said = { body: CheckInBody; worry: FormWorry | null; madeAt: Date };
type Waiting = Said & Pick<BegunSending, "stored" | "result"> & { behind: Promise<SendOutcome> | null };

/**
 * Sends the last screen of a check-in. An urgent answer is shown after two seconds at the latest, whatever the network does. What could not be sent
 * is tried again while the page is open: every 20 seconds, and when the network or the person comes back.
 */
export function useSending(
  shell: ShellSending | undefined,
  { onSafe, onRefused }: { onSafe: () => void; onRefused: () => void },
) {
  const router = useRouter();
  const [isSending, setSending] = useState(false);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  useEffect(() => whenAtRest(() => void loadSending().catch(() => null)), []);

  const settle = (said: Waiting, outcome: SendOutcome) => {
    const { result, worry, stored } = said;
    const urgent = urgentBy({ rules: result?.level ?? null, server: null, signs: worry?.level ?? null });
    switch (outcome.status) {
      case "waiting":
        setSending(false);
        if (shell && stored && result !== null) shell.show(said.body.idempotencyKey);
        else {
          setUnsent({ status: "waiting", stored, result, worry });
          setWaiting(said);
        }
        return;
      case "sent": {
        onSafe();
        // In its place: going back must not show a form that has been sent. By its key, which without network the shell knows too.
        router.replace(`/my/today/check-in/${said.body.idempotencyKey}`);
        // The server's page may take its time.
        const show = () => setUnsent({ status: "taken", result, worry });
        if (urgent !== null) setTimeout(show, unsent === null ? urgentMs : 0);
        break;
      }
      case "kept":
        onSafe();
        setSending(false);
        setUnsent({ ...outcome, result, worry });
        break;
      case "refused":
        setSending(false);
        setUnsent(urgent === null ? null : { status: "refused", result, worry });
        if (urgent === null) onRefused();
    }
    setWaiting(null);
  };

  const send = async (said: Said) => {
    setSending(true);
    const report = { kind: "check-in", body: said.body } as const;
    const begin = shell?.begin ?? (async (body: CheckInBody) => (await loadSending()).beginSending(body));
    // The parts did not come: sent from memory, and the page stays.
    const fromMemory = (): BegunSending => ({ stored: false, result: null, sending: sendUnkept(report) });
    const { sending, ...begun } = await begin(said.body).catch(fromMemory);
    // At once: what is in the queue must not come back as a form.
    if (begun.stored) onSafe();
    const urgent = urgentBy({ rules: begun.result?.level ?? null, server: null, signs: said.worry?.level ?? null });
    const outcome = await inTime(sending, urgent === null ? patienceMs : urgentMs);
    const waits = { ...said, ...begun, behind: outcome === null ? sending : null };
    settle(waits, outcome ?? { status: "waiting", stored: begun.stored });
  };

  useTryingAgain(waiting, settle);
  return { send, isSending, unsent };
}

/** While something waits: what becomes of the sending behind it, and one more attempt again and again, which is no activity of the person. */
function useTryingAgain(waiting: Waiting | null, settle: (waiting: Waiting, outcome: SendOutcome) => void) {
  const become = useEffectEvent((outcome: SendOutcome) => {
    if (waiting !== null && outcome.status !== "waiting") settle(waiting, outcome);
  });
  useEffect(() => {
    if (waiting === null) return undefined;
    const { body, madeAt, stored, behind } = waiting;
    const report = { kind: "check-in", body } as const;
    let isOver = false;
    let isTrying = false;
    const follow = async (sending: Promise<SendOutcome>) => {
      isTrying = true;
      const outcome = await sending.catch(() => null);
      isTrying = false;
      if (!isOver && outcome !== null) become(outcome);
    };
    const again = () => {
      if (isTrying || document.visibilityState === "hidden") return;
      const sendAgain = async () =>
        stored ? (await import("@/lib/offline/send")).sendStored(report, false) : sendUnkept(report, false, madeAt);
      void follow(sendAgain());
    };
    if (behind !== null) void follow(behind);
    const stop = onChange((change) => {
      if (change === "sent") again();
    });
    const ticking = setInterval(again, everyMs);
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      stop();
      clearInterval(ticking);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [waiting]);
}
