import { granted } from "./granted";
import type { Story } from "./story";

const firstThreePhases = [
  { n: 1, day: 1 },
  { n: 2, day: 15 },
  { n: 3, day: 45 },
] as const;
const firstClearances = [
  granted("PROGRAM_START", 0, "Walks the ward twice a day, wound dry. May the program start?", 14),
  granted("PHASE_DYNAMIC_STABILISATION", 43, "Six weeks on, pain 3, walks 25 min. May trunk loading start?", 84),
] as const;

const perpetua: Story = {
  ...{ key: "perpetua", givenName: "Perpetua", familyName: "Ashgrove", mrn: "DEMO-0177", birthDate: "1975-06-30" },
  ...{ locale: "en", phone: "(555) 555-0177", protocol: "fusion-lumbar", levels: ["L3–L4"], technique: "LLIF" },
  day: 91,
  therapists: ["jonah"],
  surgeon: "elias",
  restrictions: [{ kind: "lift-limit", limitKg: 9, untilDay: 111 }],
  phases: [...firstThreePhases, { n: 4, day: 87 }],
  revisions: [
    { day: 1 },
    { day: 45 },
    { day: 87, changes: [{ phase: 4, exercise: "gentle-yoga", note: "Only the poses that we did together." }] },
  ],
  clearances: [
    ...firstClearances,
    granted("AEROBIC_MACHINES", 85, "Rode the recumbent bike 15 min for 4 weeks. May she use upright machines?", 112),
    {
      subject: "overhead-work",
      asked: 80,
      question: "She stacks shelves. May she reach overhead again?",
      decision: {
        day: 82,
        outcome: "returned",
        reason: "What does she lift overhead, and how often? Please add a load test.",
      },
    },
    {
      subject: "yoga-pilates-gentle",
      asked: 90,
      question: "Pain 2, no flare for 5 weeks. May she do gentle yoga without twists, 15 minutes, three times a week?",
    },
  ],
  pain: { from: 6, to: 2, halfWay: 22 },
  adherence: 0.9,
  hasReportedToday: true,
};

const cornelius: Story = {
  ...{ key: "cornelius", givenName: "Cornelius", familyName: "Fernhollow", mrn: "DEMO-0064", birthDate: "1955-04-11" },
  ...{
    locale: "en",
    phone: "(555) 555-0164",
    protocol: "fusion-lumbar",
    levels: ["L2–L3", "L3–L4"],
    technique: "LLIF",
  },
  day: 122,
  therapists: ["jonah", "priya"],
  surgeon: "noor",
  conditions: ["knee-problem"],
  phases: [...firstThreePhases, { n: 4, day: 88 }, { n: 5, day: 116 }],
  revisions: [
    { day: 1 },
    { day: 45 },
    { day: 88 },
    {
      day: 116,
      changes: [
        {
          ...{ phase: 5, exercise: "goblet-squat", dosage: { loadKg: 5, sets: 2 } },
          reason: "Squats to a chair without knee pain; the depth stays above the chair.",
        },
        { phase: 5, exercise: "stair-climber", reason: "Low steps only; the knee stayed quiet for three sessions." },
      ],
    },
  ],
  clearances: [
    ...firstClearances,
    granted("AEROBIC_MACHINES", 84, "Recumbent bike 20 min, pain 2. May he use upright machines?", 112),
    {
      subject: "LIFT_LIMIT_UPDATE",
      asked: 113,
      question: "Lifts 9 kg from the table without pain. May the limit rise?",
      decision: {
        ...{ day: 115, outcome: "limited", maxKg: 15, reviewDay: 140 },
        words: "Lift up to 15 kilograms, close to your body. That is a full suitcase.",
      },
    },
  ],
  pain: { from: 7, to: 2.4, halfWay: 28 },
  adherence: 0.8,
  events: [
    {
      day: 96,
      answers: {
        nprsBefore: 3,
        nprsDuring: 4,
        nprsAfter: 5,
        hoursIncreased: 4,
        painLocation: "local",
        painCharacter: "ache",
      },
    },
    {
      day: 97,
      answers: {
        nprsBefore: 4,
        nprsDuring: 6,
        nprsAfter: 4,
        hoursIncreased: 4,
        painLocation: "local",
        painCharacter: "ache",
      },
    },
    ...[-5, -4, -3, -2, -1].map((day) => ({ day, answers: { nprsBefore: 4, nprsDuring: 4, nprsAfter: 4 } })),
  ],
  hasReportedToday: true,
};

const tobias: Story = {
  ...{
    key: "tobias",
    givenName: "Tobias",
    familyName: "Greengage-Whortleberry",
    mrn: "DEMO-0193",
    birthDate: "1991-09-05",
  },
  ...{ locale: "en", phone: "(555) 555-0193", protocol: "fusion-lumbar", levels: ["L5–S1"], technique: "ALIF" },
  day: 190,
  therapists: ["priya"],
  surgeon: "elias",
  phases: [...firstThreePhases, { n: 4, day: 85 }, { n: 5, day: 114 }, { n: 6, day: 184 }],
  revisions: [
    { day: 1 },
    { day: 45 },
    { day: 85 },
    { day: 114, changes: [{ phase: 5, exercise: "goblet-squat", dosage: { loadKg: 6 } }] },
    { day: 150, changes: [{ phase: 5, exercise: "goblet-squat", dosage: { loadKg: 7 } }] },
    {
      day: 184,
      changes: [
        { phase: 6, exercise: "loaded-hip-hinge", dosage: { loadKg: 8, weekdays: [2, 5] } },
        { phase: 6, exercise: "run-walk", dosage: { weekdays: [1, 3, 6] }, note: "Stop and walk when it hurts." },
      ],
    },
  ],
  clearances: [
    ...firstClearances,
    granted("AEROBIC_MACHINES", 83, "Bike 20 min, pain 1. May he use upright machines?", 112),
    {
      subject: "LIFT_LIMIT_UPDATE",
      asked: 111,
      question: "Loads parcels for a living. May the limit rise to 15 kg?",
      decision: {
        day: 113,
        outcome: "limited",
        maxKg: 15,
        words: "Lift up to 15 kilograms, close to your body.",
        reviewDay: 182,
      },
    },
    granted("PHASE_RETURN_TO_ACTIVITY", 181, "Fusion solid on CT, pain 1, planks 60 s. May the last phase start?", 270),
    {
      subject: "golf",
      asked: 184,
      question: "He would like to play nine holes.",
      decision: { day: 186, outcome: "denied", reason: "Rotation under speed waits for month nine.", isUnread: true },
    },
    {
      subject: "RUNNING",
      asked: 189,
      question: "Walks 45 min briskly without pain, single-leg squat steady. May run-walk start?",
    },
  ],
  pain: { from: 6, to: 0.8, halfWay: 26 },
  adherence: 0.94,
  hasReportedToday: true,
};

/** From the fourth month after a lumbar fusion on. */
export const lateFusionStories: readonly Story[] = [perpetua, cornelius, tobias];
