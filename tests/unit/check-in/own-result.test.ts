import { describe, expect, test } from "vitest";
import { judgeCheckIn } from "@/lib/check-in/judge";
import { ownResult } from "@/lib/check-in/own-result";
import type { TodayHold } from "@/lib/check-in/result";
import { defaultSettings } from "@/lib/clinical/settings";
import type { Answer, Stage } from "@/lib/clinical/triage-content";
import { triageContextOf } from "@/lib/check-in/context";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { quietAnswers } from "@/prisma/demo/quiet-answers";

const content = shippedTriage();
const onDay = "2026-11-20";
const episode = {
  protocolId: "fusion-lumbar",
  procedureType: "fusion",
  region: "LUMBAR",
  technique: "TLIF",
  procedureDate: "2026-10-30",
} as const;
const stop: TodayHold = {
  isEmergency: false,
  checkInId: "before",
  isSuspension: true,
  easyActivityAllowed: false,
  caller: "Dr. Elias Kingfisher",
  callBy: "2026-11-20T22:00:00.000Z",
  placed: null,
};

function waiting(given: Record<string, Answer>, hold: TodayHold | null = null, stage: Stage = "before") {
  const pain = { nprsBefore: 2, nprsDuring: 2, nprsAfter: 2, hoursIncreased: 0 };
  const answers = { ...quietAnswers(stage, triageContextOf(episode, onDay), content, pain), ...given };
  const judged = judgeCheckIn({ stage, answers, episode, earlier: [], onDay }, content, defaultSettings);
  const known = {
    person: { name: "Marigold Thistlewood", bornOn: "1968-03-14" },
    treatment: {
      procedureType: "fusion" as const,
      levels: ["L4–L5"],
      technique: "TLIF",
      on: "2026-10-30",
      surgeon: "Dr. Elias Kingfisher",
    },
    crisisPhone: null,
    hold,
  };
  const report = { key: "key", stage, onDay, madeAt: "2026-11-20T15:00:00.000Z", judged } as const;
  return ownResult(report, known, content);
}

describe("the answer to a check-in that waits on the phone", () => {
  test("says what an emergency is and what to tell in the hospital, and that nobody knows of it", () => {
    const result = waiting({ bladderBowel: "cannot pass urine" });
    expect(result).toMatchObject({
      level: "EMERGENCY",
      checkInId: "key",
      alert: null,
      isUnsent: true,
      mayCorrect: true,
    });
    expect(result.hold).toMatchObject({ isEmergency: true, caller: null, callBy: null, isUnsent: true });
    expect(result.messages.length).toBeGreaterThan(0);
    expect(result.signs.map(({ en }) => en)).toEqual(["New: I cannot pass urine"]);
    expect(result.suspected.length).toBeGreaterThan(0);
  });

  test("leaves a quiet day as it stood, with what was promised before", () => {
    expect(waiting({}).hold).toBeNull();
    expect(waiting({}, stop)).toMatchObject({ level: "NORMAL_SORENESS", hold: stop });
  });

  test("promises nothing that somebody else does: they do not know of it", () => {
    const sharp = { painLocation: "local", painCharacter: "sharp", nprsDuring: 6 };
    const words = waiting(sharp, null, "after").messages.map(({ en }) => en);
    expect(words).toContain("Stop the exercise that hurt. Sharp pain may mean you are going too fast.");
    const told = [...content.rules, ...content.trendRules]
      .filter(({ level }) => level !== null)
      .map(({ patientMessage, patientMessageUnsent }) => patientMessageUnsent ?? patientMessage);
    const promise = /\bwill\b|\bwait\b|answers|contactará|hablará con usted|\bserán\b|espere/iu;
    expect(told.flatMap(({ en, es }) => [en, es]).filter((words) => promise.test(words))).toEqual([]);
  });

  test("never makes a stop milder: a suspension stays one beside a hold, an emergency stays the one that is told", () => {
    const beside = waiting({ dizziness: "mild, passed with rest" }, stop);
    expect(beside).toMatchObject({ level: "HOLD_NOTIFY_PT", hold: { isSuspension: true, easyActivityAllowed: false } });
    const emergency = { ...stop, isEmergency: true };
    expect(waiting({ wound: "drainage or opening" }, emergency).hold).toMatchObject({
      isEmergency: true,
      checkInId: "before",
    });
  });
});
