const name = "phasewise-offline";
const sent = "sent";

/** What happened: the server took a report, or something else of plan or queue is another. */
export type Change = "sent" | "changed";

/** Tells every open page of this browser, this one too. */
export function tellPages(change: Change): void {
  window.dispatchEvent(new CustomEvent<Change>(name, { detail: change }));
  const channel = new BroadcastChannel(name);
  channel.postMessage(change);
  channel.close();
}

/** Hears of changes by this page, by others and by the worker; answers how to stop. */
export function onChange(listener: (change: Change) => void): () => void {
  const read = (told: unknown) => {
    listener(told === sent ? sent : "changed");
  };
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    read(data);
  };
  const hear = (event: Event) => {
    read(event instanceof CustomEvent ? event.detail : null);
  };
  window.addEventListener(name, hear);
  return () => {
    window.removeEventListener(name, hear);
    channel.close();
  };
}
