import type { Story } from "./story";

const programStart = (question: string) =>
  ({
    subject: "PROGRAM_START",
    asked: 0,
    question,
    decision: { day: 1, outcome: "granted", reviewDay: 14 },
  }) as const;
const earlyPhases = [
  { n: 1, day: 1 },
  { n: 2, day: 15 },
] as const;
const walksAlone = "Walks 40 m with a frame, wound dry. May the program start?";
const trunkLoading = "Six weeks on, pain 4 or less, walks 20 min. May trunk loading start?";

const marigold: Story = {
  ...{ key: "marigold", givenName: "Marigold", familyName: "Thistlewood", mrn: "DEMO-0142", birthDate: "1968-03-14" },
  ...{ locale: "en", phone: "(555) 555-0142", protocol: "fusion-lumbar", levels: ["L4–L5"], technique: "TLIF" },
  day: 59,
  therapists: ["priya"],
  surgeon: "elias",
  restrictions: [
    { kind: "no-twisting", untilDay: 101 },
    { kind: "lift-limit", limitKg: 4.5, untilDay: 83, was: { limitKg: 2.3, changedOn: 42 } },
  ],
  restrictionsSignedOn: 2,
  phases: [...earlyPhases, { n: 3, day: 44 }],
  revisions: [
    { day: 1 },
    {
      day: 15,
      changes: [{ phase: 2, exercise: "heel-slide", dosage: { sets: 1 }, note: "Slide slowly. Stop before it pulls." }],
    },
    { day: 44, changes: [{ phase: 3, exercise: "bridge", dosage: { reps: 6 } }] },
    {
      day: 51,
      changes: [
        { phase: 3, exercise: "bridge", dosage: { reps: 8 }, note: "Feet flat. Squeeze first, then lift." },
        { phase: 3, exercise: "band-row", dosage: { perWeek: 3, weekdays: [1, 3, 5] } },
        { phase: 3, exercise: "water-walking", dosage: { weekdays: [1, 3, 5] }, note: "Hold the rail." },
      ],
    },
  ],
  clearances: [
    programStart(walksAlone),
    { subject: "stairs", asked: 20, question: null, decision: { day: 20, outcome: "granted" } },
    {
      subject: "walking-outdoors",
      asked: 44,
      question: null,
      decision: { day: 44, outcome: "limited", maxMinutes: 20 },
    },
    {
      subject: "driving",
      asked: 29,
      question: "Off opioids for 10 days, brakes hard without pain. May she drive short trips?",
      decision: { day: 30, outcome: "limited", maxMinutes: 45, words: "Stop and walk after each trip.", reviewDay: 84 },
    },
    {
      subject: "PHASE_DYNAMIC_STABILISATION",
      asked: 42,
      question: trunkLoading,
      decision: { day: 43, outcome: "granted", reviewDay: 84 },
    },
    {
      subject: "hydrotherapy",
      asked: 58,
      question:
        "Wound closed for 6 weeks. May she walk in chest-deep water, 10 minutes, three times a week? She has a warm pool with rails.",
    },
  ],
  questions: [
    {
      ...{ words: "May I carry my grandchild in the car seat?", asked: 50, answered: 51 },
      answer: "Not yet. The seat with the child is heavier than 10 pounds. Sit down first, then hold the child.",
    },
    { subject: "hydrotherapy", words: "My pool is warm. May I walk in it?", asked: 57, answered: 58 },
  ],
  evidence: [
    { day: 15, phase: 2, criterion: "walkContinuousMin", value: 10 },
    { day: 43, phase: 3, criterion: "walkContinuousMin", value: 20 },
    { day: 43, phase: 3, criterion: "sitToleranceMin", value: 30 },
    { day: 46, phase: 4, criterion: "functional:5XSTS", value: 19, note: "Pushed off with one hand." },
    { day: 58, phase: 4, criterion: "functional:5XSTS", value: 14 },
    { day: 58, phase: 4, criterion: "walkContinuousMin", value: 25, note: "Park loop, one short stop at the end." },
    { day: 58, phase: 4, criterion: "sitToleranceMin", value: 40 },
  ],
  pain: { from: 6, to: 2.6, halfWay: 22 },
  adherence: 0.93,
  events: [
    { day: 35, answers: { nprsBefore: 4, nprsDuring: 5, nprsAfter: 4, painLocation: "local", painCharacter: "sharp" } },
    {
      day: -4,
      answers: {
        ...{ nprsBefore: 4, nprsDuring: 6, nprsAfter: 4, hoursIncreased: 5 },
        ...{ painLocation: "local", painCharacter: "ache" },
      },
    },
  ],
};

const basil: Story = {
  ...{ key: "basil", givenName: "Basil", familyName: "Thornapple-Reyes", mrn: "DEMO-0187", birthDate: "1959-02-08" },
  ...{ locale: "en", phone: "(555) 555-0187", protocol: "fusion-lumbar", levels: ["L3–L4", "L4–L5"], technique: "PLF" },
  day: 46,
  therapists: ["priya"],
  surgeon: "elias",
  conditions: ["balance-impaired"],
  restrictions: [{ kind: "lift-limit", limitKg: 4.5, untilDay: 83 }],
  phases: [...earlyPhases, { n: 3, day: 44 }],
  revisions: [{ day: 1 }, { day: 44, changes: [{ phase: 3, exercise: "mini-squat", dosage: { sets: 1 } }] }],
  clearances: [
    programStart(walksAlone),
    {
      subject: "driving",
      asked: 33,
      question: "Brakes without pain in the car. May he drive to therapy?",
      decision: { day: 34, outcome: "limited", maxMinutes: 30, words: "Only short trips by day.", reviewDay: 60 },
    },
    {
      subject: "desk-work",
      asked: 42,
      question: "Sits 40 min. May he go back to his desk for half days?",
      decision: { day: 43, outcome: "granted", reviewDay: 70, isUnread: true },
    },
    {
      subject: "PHASE_DYNAMIC_STABILISATION",
      asked: 42,
      question: trunkLoading,
      decision: { day: 43, outcome: "granted", reviewDay: 84 },
    },
  ],
  pain: { from: 6, to: 3, halfWay: 16 },
  adherence: 0.94,
  events: [
    {
      day: 46,
      answers: {
        ...{ nprsBefore: 5, nprsDuring: 6, nprsAfter: 6, hoursIncreased: 2 },
        ...{ painLocation: "local", painCharacter: "burning", newNumbTingle: true },
      },
    },
  ],
};

const ambrose: Story = {
  ...{ key: "ambrose", givenName: "Ambrose", familyName: "Quillwort", mrn: "DEMO-0171", birthDate: "1973-08-19" },
  ...{ locale: "en", phone: "(555) 555-0171", protocol: "fusion-lumbar", levels: ["L5–S1"], technique: "ALIF" },
  day: 78,
  therapists: ["jonah"],
  surgeon: "noor",
  restrictions: [{ kind: "lift-limit", limitKg: 4.5, untilDay: 83 }],
  phases: [...earlyPhases, { n: 3, day: 47 }],
  revisions: [{ day: 1 }, { day: 47 }, { day: 64, changes: [{ phase: 3, exercise: "bird-dog" }] }],
  clearances: [
    programStart(walksAlone),
    { subject: "PT_SUPERVISED_START", asked: 64, question: "First sets on hands and knees at the next visit." },
    {
      subject: "PHASE_DYNAMIC_STABILISATION",
      asked: 44,
      question: trunkLoading,
      decision: { day: 46, outcome: "granted", reviewDay: 84 },
    },
  ],
  pain: { from: 6, to: 2.2, halfWay: 20 },
  adherence: 0.85,
  silentDays: 5,
};

const silvan: Story = {
  ...{ key: "silvan", givenName: "Silvan", familyName: "Oakmoss", mrn: "DEMO-0225", birthDate: "1965-11-03" },
  ...{
    locale: "en",
    phone: "(555) 555-0125",
    protocol: "fusion-lumbar",
    levels: ["L4–L5", "L5–S1"],
    technique: "PLIF",
  },
  day: 10,
  therapists: ["priya"],
  surgeon: "elias",
  conditions: ["wound-open"],
  restrictions: [
    { kind: "no-bending", untilDay: 42 },
    { kind: "no-twisting", untilDay: 84 },
    { kind: "brace", untilDay: 42 },
    { kind: "no-immersion", untilClearance: "SWIM_POOL" },
  ],
  phases: [{ n: 1, day: 1 }],
  revisions: [{ day: 1 }],
  clearances: [
    programStart(walksAlone),
    { subject: "showering", asked: 9, question: "Dressing dry for 4 days. May he shower with a cover over the wound?" },
  ],
  pain: { from: 6, to: 4, halfWay: 8 },
  adherence: 0.9,
};

const clementine: Story = {
  ...{ key: "clementine", givenName: "Clementine", familyName: "Yarrow", mrn: "DEMO-0231", birthDate: "1979-01-22" },
  ...{ locale: "en", phone: "(555) 555-0131", protocol: "fusion-lumbar", levels: ["L5–S1"], technique: "TLIF" },
  day: 2,
  therapists: ["priya"],
  surgeon: "elias",
  restrictions: [
    { kind: "no-bending", untilDay: 42 },
    { kind: "no-twisting", untilDay: 84 },
  ],
  phases: [],
  revisions: [],
  clearances: [
    { subject: "PROGRAM_START", asked: 1, question: "Home tomorrow, walks with a frame. May the program start?" },
  ],
  pain: { from: 6, to: 6, halfWay: 10 },
  adherence: 0,
};

/** The first three months after a lumbar fusion. */
export const earlyFusionStories: readonly Story[] = [marigold, basil, ambrose, silvan, clementine];
