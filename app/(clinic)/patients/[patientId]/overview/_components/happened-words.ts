import type { TimelineEvent } from "@/lib/records/timeline/event";
import { clearanceTellers } from "./clearance-tellers";
import type { Line, Words } from "./happened-parts";
import { programTellers } from "./program-tellers";

/** What a thing that happened is called, and where it stands. */
export function happenedInWords(event: TimelineEvent, words: Words): Line {
  switch (event.kind) {
    case "procedure":
      return programTellers.procedure(event, words);
    case "revision":
      return programTellers.revision(event, words);
    case "phase":
      return programTellers.phase(event, words);
    case "completed":
      return programTellers.completed(event, words);
    case "episodeEnded":
      return programTellers.episodeEnded(event, words);
    case "episodeOpened":
      return programTellers.episodeOpened(event, words);
    case "hold":
      return programTellers.hold(event, words);
    case "lifted":
      return programTellers.lifted(event, words);
    case "asked":
      return clearanceTellers.asked(event, words);
    case "decided":
      return clearanceTellers.decided(event, words);
    case "underReview":
      return clearanceTellers.underReview(event, words);
    case "expired":
      return clearanceTellers.expired(event, words);
    case "restriction":
      return clearanceTellers.restriction(event, words);
    case "question":
      return clearanceTellers.question(event, words);
    case "conditions":
      return programTellers.conditions(event, words);
    case "protocol":
      return programTellers.protocol(event, words);
    case "shift":
      return programTellers.shift(event, words);
    case "evidence":
      return programTellers.evidence(event, words);
    case "redFlag":
      return programTellers.redFlag(event, words);
  }
}
