import type { Story } from "./story";

const camellia: Story = {
  ...{ key: "camellia", givenName: "Camellia", familyName: "Broadleaf", mrn: "DEMO-0227", birthDate: "1974-05-09" },
  ...{ locale: "en", phone: "(555) 555-0127", protocol: "injection-epidural" },
  ...{ levels: ["L4–L5"], technique: "Transforaminal epidural" },
  day: 66,
  therapists: ["priya"],
  surgeon: "noor",
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
    { n: 3, day: 8 },
    { n: 4, day: 16 },
    { n: 5, day: 44 },
  ],
  revisions: [{ day: 0 }, { day: 16 }, { day: 44 }],
  clearances: [
    {
      ...{ subject: "PROGRAM_START", asked: 0, question: "No weakness after the injection. May the program start?" },
      decision: { day: 0, outcome: "granted", reviewDay: 14 },
    },
    {
      ...{ subject: "swimming", asked: 20, question: "Swam twice a week before. May she swim with a straight back?" },
      decision: { day: 21, outcome: "limited", maxMinutes: 30, words: "Swim on your back. Stop when it hurts." },
    },
  ],
  evidence: [
    { day: 1, phase: 2, criterion: "walkContinuousMin", value: 10 },
    { day: 43, phase: 5, criterion: "walkContinuousMin", value: 40 },
    { day: 8, phase: 3, criterion: "functional:30S_CHAIR_STAND", value: 9 },
    { day: 59, phase: 5, criterion: "functional:30S_CHAIR_STAND", value: 15 },
  ],
  pain: { from: 5, to: 0.8, halfWay: 9 },
  adherence: 0.9,
  silentDays: 5,
  events: [{ day: 0, answers: { nprsBefore: 6, nprsDuring: 3, nprsAfter: 3, hoursIncreased: 0 } }],
  discharged: {
    day: 61,
    reason: "Goals met: pain 1 of 10, walks 40 minutes, back at work full time. Home program explained.",
    advice:
      "Walk for 30 minutes on most days.\nDo your trunk exercises 3 days a week.\nLift with a straight back and keep the load close.\nCall us when leg pain comes back for more than 2 days.",
  },
};

/** Treatment that is over. */
export const dischargedStories: readonly Story[] = [camellia];
