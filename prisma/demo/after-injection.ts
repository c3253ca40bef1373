import type { Story } from "./story";

const start = (question: string) =>
  ({ subject: "PROGRAM_START", asked: 0, question, decision: { day: 0, outcome: "granted", reviewDay: 14 } }) as const;
/** The evening of the injection, with the pain that it was given for. */
const treated = (nprsBefore: number) =>
  ({ day: 0, answers: { nprsBefore, nprsDuring: 3, nprsAfter: 3, hoursIncreased: 0 } }) as const;
const mayStart = "No weakness after the injection, walks freely. May the program start tomorrow?";

const rosario: Story = {
  ...{ key: "rosario", givenName: "Rosario", familyName: "Jacaranda de la Vega", mrn: "DEMO-0098" },
  ...{ birthDate: "1964-07-02", locale: "es", phone: "(555) 555-0198" },
  ...{ protocol: "injection-epidural", levels: ["L5–S1"], technique: "Transforaminal epidural" },
  day: 23,
  therapists: ["priya"],
  surgeon: "elias",
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
    { n: 3, day: 8 },
    { n: 4, day: 16 },
  ],
  revisions: [
    { day: 0 },
    {
      day: 16,
      changes: [
        {
          ...{ phase: 4, exercise: "step-up", dosage: { sets: 1, perWeek: 3, weekdays: [1, 3, 5] } },
          note: "Use un escalón bajo y apóyese en la baranda.",
        },
      ],
    },
  ],
  clearances: [
    start(mayStart),
    {
      subject: "swimming",
      asked: 9,
      question: "Swam every week before. May she swim with a straight back, 10 minutes?",
      decision: {
        ...{ day: 10, outcome: "limited", maxMinutes: 15, untilDay: 28 },
        words: "Nade de espaldas o con tabla. Todavía no nade estilo mariposa.",
      },
    },
  ],
  pain: { from: 5, to: 2.4, halfWay: 6 },
  adherence: 0.9,
  silentDays: 3,
  events: [treated(6)],
};

const juniper: Story = {
  ...{ key: "juniper", givenName: "Juniper", familyName: "Samplewood", mrn: "DEMO-0203", birthDate: "1982-10-16" },
  ...{
    locale: "en",
    phone: "(555) 555-0103",
    protocol: "injection-epidural",
    levels: ["L4–L5"],
    technique: "Interlaminar epidural",
  },
  day: 21,
  therapists: ["priya"],
  surgeon: "noor",
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
    { n: 3, day: 8 },
    { n: 4, day: 15 },
  ],
  revisions: [{ day: 0 }, { day: 15 }],
  clearances: [start(mayStart)],
  pain: { from: 5, to: 1.6, halfWay: 4 },
  adherence: 0.95,
  events: [
    treated(6),
    ...[2, 2, 4, 5, 5].map((nprs, index) => ({
      ...{ day: index - 7, answers: { nprsBefore: nprs, nprsDuring: nprs, nprsAfter: nprs } },
    })),
    {
      day: -2,
      answers: {
        ...{ nprsBefore: 5, nprsDuring: 5, nprsAfter: 6, hoursIncreased: 3 },
        ...{ painLocation: "local", painCharacter: "ache" },
      },
    },
    {
      day: -1,
      answers: {
        ...{ nprsBefore: 5, nprsDuring: 7, nprsAfter: 6, hoursIncreased: 10 },
        ...{ painLocation: "local", painCharacter: "ache" },
      },
    },
  ],
};

const edith: Story = {
  ...{ key: "edith", givenName: "Edith", familyName: "Bramblewick", mrn: "DEMO-0136", birthDate: "1952-01-29" },
  ...{
    locale: "en",
    phone: "(555) 555-0136",
    protocol: "injection-epidural",
    levels: ["L4–L5"],
    technique: "Interlaminar epidural",
  },
  day: 3,
  therapists: ["priya"],
  surgeon: "noor",
  conditions: ["spinal-stenosis"],
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
  ],
  revisions: [{ day: 0 }],
  clearances: [start(mayStart)],
  pain: { from: 4, to: 3, halfWay: 4 },
  adherence: 1,
  hasReportedToday: true,
  events: [treated(5)],
};

const guadalupe: Story = {
  ...{ key: "guadalupe", givenName: "Guadalupe", familyName: "Madreselva", mrn: "DEMO-0210", birthDate: "1977-12-12" },
  ...{
    locale: "es",
    phone: "(555) 555-0110",
    protocol: "injection-epidural",
    levels: ["L5–S1"],
    technique: "Transforaminal epidural",
  },
  day: 35,
  therapists: ["jonah", "priya"],
  surgeon: "noor",
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
    { n: 3, day: 7 },
    { n: 4, day: 15 },
  ],
  revisions: [
    { day: 0 },
    { day: 15 },
    {
      day: 29,
      changes: [
        { phase: 4, exercise: "elliptical", dosage: { durationMin: 15 } },
        { phase: 4, exercise: "run-walk", note: "Camine cuando le moleste." },
      ],
    },
  ],
  clearances: [
    start(mayStart),
    {
      subject: "RUNNING",
      asked: 33,
      question: "Four weeks with pain 3 or less, elliptical 15 min. May run-walk start?",
    },
  ],
  pain: { from: 5, to: 2.2, halfWay: 6 },
  adherence: 0.92,
  hasReportedToday: true,
  events: [treated(6)],
};

const hazel: Story = {
  ...{ key: "hazel", givenName: "Hazel", familyName: "Figwort", mrn: "DEMO-0158", birthDate: "1987-03-08" },
  ...{
    locale: "en",
    phone: "(555) 555-0158",
    protocol: "injection-epidural",
    levels: ["L3–L4"],
    technique: "Transforaminal epidural",
  },
  day: 58,
  therapists: ["jonah"],
  surgeon: "noor",
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
    { n: 3, day: 8 },
    { n: 4, day: 16 },
    { n: 5, day: 44 },
  ],
  revisions: [
    { day: 0 },
    { day: 16 },
    { day: 44, changes: [{ phase: 5, exercise: "chop-lift", dosage: { loadKg: 3 } }] },
  ],
  clearances: [start(mayStart)],
  pain: { from: 5, to: 1, halfWay: 8 },
  adherence: 0.88,
  hasReportedToday: true,
  events: [treated(6)],
};

const aurelia: Story = {
  ...{ key: "aurelia", givenName: "Aurelia", familyName: "Snowbell", mrn: "DEMO-0219", birthDate: "1961-03-28" },
  ...{ locale: "en", phone: "(555) 555-0118", protocol: "injection-facet-rfa" },
  ...{ levels: ["L4–L5", "L5–S1"], technique: "Facet injection" },
  day: 16,
  therapists: ["jonah"],
  surgeon: "noor",
  conditions: ["extension-sensitive"],
  phases: [
    { n: 1, day: 0 },
    { n: 2, day: 2 },
  ],
  revisions: [
    { day: 0 },
    { day: 2, changes: [{ phase: 2, exercise: "clamshell", note: "Keep your heels together. Do not roll back." }] },
  ],
  clearances: [
    start("No numbness after the injection, walks freely. May the program start tomorrow?"),
    { subject: "household-heavy", asked: 14, question: "She asks to vacuum and mow again. Pain is still 5." },
  ],
  pain: { from: 5, to: 5, halfWay: 6 },
  adherence: 0.92,
  hasReportedToday: true,
  events: [treated(6)],
};

/** After an injection: days to weeks. */
export const injectionStories: readonly Story[] = [rosario, juniper, edith, guadalupe, hazel, aurelia];
