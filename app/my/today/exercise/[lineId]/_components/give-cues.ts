import type { Locale } from "@/lib/i18n/locale";
import type { Moment } from "@/lib/player/moments";
import { canGive, chosenCues } from "./cue-choice";

type Kind = Moment["kind"];

/** Tones in hertz, one after the other: higher when a hold begins, lower at a rest, two at the end. */
const tones: Record<Kind, readonly number[]> = {
  ready: [440],
  hold: [660],
  go: [660],
  counted: [880],
  rest: [440],
  side: [550, 440],
  set: [550, 440],
  three: [520],
  finished: [660, 880],
};
/** Milliseconds of buzz and pause in turn. */
const buzzes: Record<Kind, number[]> = {
  ready: [60],
  hold: [150],
  go: [150],
  counted: [60],
  rest: [120, 80, 120],
  side: [120, 80, 120],
  set: [120, 80, 120],
  three: [60],
  finished: [250, 100, 250],
};
const toneSec = 0.14;
const loudness = 0.25;
const spokenIn = { en: "en-US", es: "es-MX" } as const satisfies Record<Locale, string>;

let audio: AudioContext | null = null;

/** Lets the browser make sounds later on: it wants to have been touched. Call it in a tap. */
export function allowSound(): void {
  if (!chosenCues().includes("sound") || !canGive("sound")) return;
  audio ??= new AudioContext();
  void audio.resume().catch(() => undefined);
}

/**
 * Gives the moments as the person chose: a tone and a buzz for the last of them, a voice for all.
 * @param words of the moments, in the page's language
 */
export function giveCues(moments: readonly Moment[], words: string, locale: Locale): void {
  const last = moments.at(-1);
  if (!last) return;
  const chosen = chosenCues();
  if (chosen.includes("vibration") && canGive("vibration")) navigator.vibrate(buzzes[last.kind]);
  if (chosen.includes("sound") && audio) play(audio, tones[last.kind]);
  if (chosen.includes("voice") && canGive("voice")) speak(words, locale);
}

/** Says it now, whatever was being said. */
export function speak(words: string, locale: Locale): void {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = spokenIn[locale];
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(utterance);
}

/** Nothing goes on speaking on the next page. */
export function beQuiet(): void {
  if (canGive("voice")) window.speechSynthesis.cancel();
}

function play(context: AudioContext, hertz: readonly number[]): void {
  let at = context.currentTime;
  for (const each of hertz) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = each;
    // Begins and ends softly: a tone that is cut clicks.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + toneSec);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + toneSec);
    at += toneSec;
  }
}
