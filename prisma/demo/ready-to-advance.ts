import { granted, usualSet } from "./granted";
import type { Story } from "./story";

const ottilie: Story = {
  ...{ key: "ottilie", givenName: "Ottilie", familyName: "Cloudberry", mrn: "DEMO-0119", birthDate: "1960-05-27" },
  ...{ locale: "en", phone: "(555) 555-0119", protocol: "fusion-lumbar", levels: ["L3–L4"], technique: "PLIF" },
  day: 85,
  therapists: ["priya"],
  surgeon: "elias",
  conditions: ["osteoporosis"],
  restrictions: [{ kind: "lift-limit", limitKg: 9, untilDay: 111 }],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 15 },
    { n: 3, day: 45 },
  ],
  revisions: [
    { day: 1 },
    { day: 45 },
    {
      day: 66,
      changes: [
        { phase: 3, exercise: "recumbent-bike", dosage: { durationMin: 15 } },
        { phase: 3, exercise: "bird-dog", note: "Move slowly. Keep your back as flat as a table." },
      ],
    },
  ],
  clearances: [
    granted("PROGRAM_START", 0, "Walks 40 m with a frame, wound dry. May the program start?", 14),
    {
      subject: "PT_SUPERVISED_START",
      asked: 66,
      question: "First sets on hands and knees at the next visit.",
      decision: { day: 68, outcome: "granted", reviewDay: 84 },
    },
    granted(
      "PHASE_DYNAMIC_STABILISATION",
      43,
      "Six weeks on, pain 4 or less, walks 20 min. May trunk loading start?",
      84,
    ),
    {
      subject: "AEROBIC_MACHINES",
      asked: 82,
      question: "Bone density treated, pain 2. May she use upright machines from week 12?",
      decision: { day: 84, outcome: "granted", reviewDay: 112 },
    },
    ...usualSet(84, ["driving", "air-travel-short", "desk-work"], 60),
  ],
  evidence: [
    { day: 82, phase: 4, criterion: "walkContinuousMin", value: 35, note: "Lake path, no rest, no cane." },
    { day: 82, phase: 4, criterion: "sitToleranceMin", value: 50 },
    { day: 82, phase: 4, criterion: "functional:5XSTS", value: 13.4, note: "Arms crossed, 46 cm chair." },
    {
      day: 84,
      phase: 4,
      criterion: "fusionEvidence",
      value: "PROGRESSING",
      note: "Bridging bone on the week 12 film.",
    },
    { day: 84, phase: 4, criterion: "other:1", value: true, note: "Seen by Dr. Kingfisher with the week 12 film." },
  ],
  pain: { from: 6, to: 1.6, halfWay: 24 },
  adherence: 0.97,
  hasReportedToday: true,
};

const sorrel: Story = {
  ...{ key: "sorrel", givenName: "Sorrel", familyName: "Meadowsweet", mrn: "DEMO-0216", birthDate: "1986-04-17" },
  ...{ locale: "en", phone: "(555) 555-0116", protocol: "lumbar-discectomy", levels: ["L5–S1"] },
  technique: "Microdiscectomy",
  day: 59,
  therapists: ["priya"],
  surgeon: "noor",
  restrictions: [{ kind: "lift-limit", limitKg: 4.5, untilDay: 27 }],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 15 },
    { n: 3, day: 30 },
  ],
  revisions: [
    { day: 1 },
    { day: 15, changes: [{ phase: 2, exercise: "bridge", note: "Squeeze first. Lift only as high as it is easy." }] },
    { day: 30 },
    { day: 44, changes: [{ phase: 3, exercise: "bird-dog", note: "Keep your hips level." }] },
  ],
  clearances: [
    granted("PROGRAM_START", 0, "Home today, leg pain gone, walks freely. May the program start?", 14),
    {
      subject: "desk-work",
      asked: 19,
      question: "Sits 30 min. May she go back to her desk for half days?",
      decision: { day: 20, outcome: "limited", maxMinutes: 240, words: "Stand up every half hour.", reviewDay: 42 },
    },
    granted("PT_SUPERVISED_START", 31, "First sets on the forearms at the next visit.", 56),
    {
      subject: "LIFT_LIMIT_UPDATE",
      asked: 55,
      question: "Lifts 9 kg from a chair without pain, hinges well. May the limit rise?",
      decision: {
        ...{ day: 57, outcome: "limited", maxKg: 13.5, reviewDay: 84 },
        words: "Lift up to 13 kilograms, close to your body.",
      },
    },
  ],
  evidence: [
    { day: 27, phase: 3, criterion: "walkContinuousMin", value: 25 },
    { day: 27, phase: 3, criterion: "sitToleranceMin", value: 35 },
    { day: 27, phase: 3, criterion: "woundClosed", value: true },
    {
      day: 27,
      phase: 3,
      criterion: "other:1",
      value: true,
      note: "Evaluation done: no deficit, straight leg raise 80°.",
    },
    { day: 57, phase: 4, criterion: "walkContinuousMin", value: 45 },
    { day: 57, phase: 4, criterion: "functional:5XSTS", value: 10.8 },
  ],
  pain: { from: 5, to: 0.8, halfWay: 12 },
  adherence: 0.97,
  hasReportedToday: true,
};

/** Everything that the next phase asks for is there: the therapist may advance them today. */
export const readyStories: readonly Story[] = [ottilie, sorrel];
