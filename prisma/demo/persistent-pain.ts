import { granted } from "./granted";
import type { ClearanceStory, Story } from "./story";

const technique = "Persistent pain after spine surgery";
const mayStart = (question: string): readonly ClearanceStory[] => [
  granted("PROGRAM_START", 0, question, 42),
  granted(
    "FBSS_EXERCISE",
    0,
    "Operated level healed, no surgical target on the new MRI. May paced exercise start?",
    42,
  ),
];
const baseline = (note: string) =>
  [
    { day: 0, phase: 1, criterion: "other:1", value: true, note: "Family doctor agrees with paced exercise." },
    { day: 0, phase: 1, criterion: "other:2", value: true, note },
    { day: 0, phase: 1, criterion: "other:3", value: true, note: "Healed on the film of last month." },
  ] as const;
const quotaNote = "Same minutes on good days and bad days.";

const verbena: Story = {
  ...{ key: "verbena", givenName: "Verbena", familyName: "Larkspur", mrn: "DEMO-0084", birthDate: "1969-05-19" },
  ...{ locale: "en", phone: "(555) 555-0184", protocol: "fbss", levels: ["L4–L5"], technique },
  earlier: { procedureType: "lumbar", daysBefore: 490 },
  day: 45,
  therapists: ["priya"],
  surgeon: "elias",
  conditions: ["nerve-irritable"],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 17 },
  ],
  revisions: [
    { day: 1, changes: [{ phase: 1, exercise: "paced-activity-quota", note: quotaNote }] },
    { day: 31, changes: [{ phase: 2, exercise: "bridge", dosage: { reps: 10 } }] },
  ],
  clearances: mayStart("Red flags screened out, pain 6 for 14 months. May the program start?"),
  evidence: [
    ...baseline("ODI 48 %, TSK 41, PHQ-2 2, walks 330 m in 6 minutes."),
    { day: 16, phase: 2, criterion: "other:1", value: true, note: "Quota kept on 6 of 7 days." },
    { day: 43, phase: 3, criterion: "functional:6MWT", value: 325, norm: 330, note: "No change since the start." },
  ],
  pain: { from: 6, to: 5.8, halfWay: 30 },
  adherence: 0.88,
  hasReportedToday: true,
};

const linden: Story = {
  ...{ key: "linden", givenName: "Linden", familyName: "Burdock", mrn: "DEMO-0053", birthDate: "1964-09-12" },
  ...{ locale: "en", phone: "(555) 555-0153", protocol: "fbss", levels: ["L4–L5", "L5–S1"], technique },
  earlier: { procedureType: "lumbar", daysBefore: 760 },
  day: 90,
  therapists: ["jonah"],
  surgeon: "noor",
  conditions: ["uncontrolled-hypertension"],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 15 },
    { n: 3, day: 46 },
  ],
  revisions: [
    { day: 1, changes: [{ phase: 1, exercise: "paced-activity-quota", note: quotaNote }] },
    { day: 15 },
    { day: 46, changes: [{ phase: 3, exercise: "wall-push-up", note: "Breathe out while you push." }] },
    { day: 67, changes: [{ phase: 3, exercise: "dead-bug", dosage: { reps: 10 } }] },
  ],
  clearances: [
    ...mayStart("Screened, blood pressure with his doctor, pain 6 for two years. May the program start?"),
    {
      subject: "SWIM_POOL",
      asked: 20,
      question: "Old scar closed and dry. May he walk in the warm pool at the club?",
      decision: { day: 22, outcome: "granted", reviewDay: 84 },
    },
  ],
  evidence: [
    ...baseline("ODI 54 %, TSK 44, PHQ-2 3, walks 290 m in 6 minutes."),
    { day: 14, phase: 2, criterion: "other:1", value: true, note: "Quota kept on 5 of 7 days." },
    {
      day: 44,
      phase: 3,
      criterion: "functional:6MWT",
      value: 310,
      norm: 290,
      note: "Week 6: walks more, pain as before.",
    },
  ],
  pain: { from: 6.2, to: 5.6, halfWay: 40 },
  adherence: 0.86,
  answeredReview: {
    day: 42,
    words:
      "Re-evaluated: walks more, pain as before, sleeps badly. Quota set by time, sleep habits gone over, goals kept.",
  },
};

const magnolia: Story = {
  ...{ key: "magnolia", givenName: "Magnolia", familyName: "Wintergreen", mrn: "DEMO-0091", birthDate: "1972-01-07" },
  ...{ locale: "en", phone: "(555) 555-0191", protocol: "fbss", levels: ["L4–L5", "L5–S1"], technique },
  earlier: { procedureType: "fusion", daysBefore: 205 },
  also: {
    ...{ protocol: "fusion-lumbar", anchorDay: -205, phase: 5, addedOn: 0 },
    reason: "Fusion of L4–S1 seven months ago, progressing and not yet solid: its limits stay beside the pathway.",
  },
  day: 33,
  therapists: ["priya"],
  surgeon: "elias",
  conditions: ["balance-impaired"],
  conditionsOn: 0,
  restrictions: [{ kind: "lift-limit", limitKg: 9, untilDay: 160 }],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 16 },
  ],
  revisions: [
    { day: 1, changes: [{ phase: 1, exercise: "paced-activity-quota", note: quotaNote }] },
    { day: 16 },
    {
      day: 28,
      changes: [{ phase: 2, exercise: "walk-short", note: "Two walks a day. Stop while it still feels good." }],
    },
  ],
  clearances: [
    ...mayStart("No loosening on CT, pain 6 since month three. May the program start?"),
    {
      subject: "hydrotherapy",
      asked: 30,
      question: "Scar closed for six months. May she walk in the warm pool, 10 minutes, three times a week?",
    },
  ],
  evidence: [
    ...baseline("ODI 46 %, TSK 39, PHQ-2 1, walks 350 m in 6 minutes."),
    { day: 15, phase: 2, criterion: "other:1", value: true, note: "Quota kept on 6 of 7 days." },
  ],
  held: { day: 18, cause: "away", words: "With her sister abroad: no therapist and no pool there. Walks every day." },
  pain: { from: 6, to: 3.4, halfWay: 16 },
  adherence: 0.93,
  hasReportedToday: true,
};

/** Persistent pain after spine surgery; days count from the start of the pathway. */
export const persistentPainStories: readonly Story[] = [verbena, linden, magnolia];
