/** How the counter makes itself felt besides the screen. */
export const cues = ["vibration", "sound", "voice"] as const;
export type Cue = (typeof cues)[number];

const key = "phasewise.cues";
const changed = "phasewise-cues";
/** A phone in the hand may buzz; nothing is heard in a room unless the person wants it. */
const usual: readonly Cue[] = ["vibration"];

/** Held for a browser that keeps nothing, and so that the same choice is the same value. */
let kept: { text: string | null; chosen: readonly Cue[] } = { text: null, chosen: usual };

/** What this browser was told to do; a plain choice about the device, nothing about the person. */
export function chosenCues(): readonly Cue[] {
  const text = stored();
  if (text !== kept.text)
    kept = { text, chosen: text === null ? usual : cues.filter((cue) => text.split(" ").includes(cue)) };
  return kept.chosen;
}

/** What a page that is not in the browser yet shows. */
export function usualCues(): readonly Cue[] {
  return usual;
}

/** Remembers the choice on this device. */
export function chooseCue(cue: Cue, isOn: boolean): void {
  const chosen = cues.filter((each) => (each === cue ? isOn : chosenCues().includes(each)));
  const text = chosen.join(" ");
  kept = { text, chosen };
  try {
    localStorage.setItem(key, text);
  } catch {
    // It holds until the page is left.
  }
  window.dispatchEvent(new Event(changed));
}

/** Hears of another choice; for useSyncExternalStore. */
export function onCueChosen(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return kept.text;
  }
}

/** Whether this browser can do it at all. */
export function canGive(cue: Cue): boolean {
  if (cue === "vibration") return "vibrate" in navigator;
  return cue === "sound" ? "AudioContext" in window : "speechSynthesis" in window;
}
