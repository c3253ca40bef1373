import { granted } from "./granted";
import type { Story } from "./story";

const iris: Story = {
  ...{ key: "iris", givenName: "Iris", familyName: "Lovage", mrn: "DEMO-0115", birthDate: "1981-02-24" },
  ...{ locale: "en", phone: "(555) 555-0115", protocol: "fusion-cervical", levels: ["C5–C6"], technique: "ACDF" },
  day: 88,
  therapists: ["jonah"],
  surgeon: "noor",
  restrictions: [
    { kind: "lift-limit", limitKg: 4.5, untilDay: 41 },
    { kind: "no-overhead", untilDay: 181 },
  ],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 15 },
    { n: 3, day: 45 },
  ],
  revisions: [
    { day: 1, changes: [{ phase: 1, exercise: "log-roll-transfer", note: "Head, chest and hips turn together." }] },
    { day: 29, changes: [{ phase: 2, exercise: "cervical-arom", note: "Small and slow. Stop before it pulls." }] },
    { day: 45 },
    { day: 66, changes: [{ phase: 3, exercise: "band-row", dosage: { reps: 12 } }] },
  ],
  clearances: [
    granted("PROGRAM_START", 0, "Swallows and breathes normally, walks alone. May the program start?", 14),
    granted("CERVICAL_ROM", 27, "Four weeks, no arm pain, sore at 2. May gentle nodding start?", 84),
    {
      subject: "driving",
      asked: 34,
      question: "Off opioids, turns her head to both mirrors. May she drive short trips?",
      decision: { day: 35, outcome: "limited", maxMinutes: 30, words: "Only by day, and no highway.", reviewDay: 84 },
    },
    granted("PHASE_DYNAMIC_STABILISATION", 42, "Film of week 6 stable, pain 3. May resisted arm work start?", 84),
    granted("CERVICAL_ROTATION_ROM", 83, "Week 12, nods without pain. May she turn and tilt her head?", 182),
    {
      subject: "LIFT_LIMIT_UPDATE",
      asked: 86,
      question: "Lifts 6.8 kg to the table, pain 2. May the limit rise to 11 kg?",
    },
  ],
  evidence: [
    { day: 44, phase: 3, criterion: "walkContinuousMin", value: 30 },
    { day: 44, phase: 3, criterion: "woundClosed", value: true },
    { day: 44, phase: 3, criterion: "other:1", value: true, note: "Film seen by Dr. Redwing; no collar." },
    { day: 86, phase: 4, criterion: "functional:NDI", value: 46, note: "Worst items: reading and headaches." },
  ],
  pain: { from: 5, to: 2, halfWay: 18 },
  adherence: 0.95,
  hasReportedToday: true,
};

const rowan: Story = {
  ...{ key: "rowan", givenName: "Rowan", familyName: "Hellebore", mrn: "DEMO-0107", birthDate: "1957-10-05" },
  ...{ locale: "en", phone: "(555) 555-0107", protocol: "fusion-thoracolumbar" },
  ...{ levels: ["T11–T12", "T12–L1", "L1–L2", "L2–L3"], technique: "Long posterior fusion" },
  day: 68,
  therapists: ["jonah"],
  surgeon: "noor",
  conditions: ["osteoporosis"],
  restrictions: [
    { kind: "brace", untilDay: 90 },
    { kind: "lift-limit", limitKg: 2.5, untilDay: 90 },
  ],
  timeline: {
    ...{ day: 9, shiftDays: 28, factors: ["smoker"] },
    reason: "Four levels in osteoporotic bone, smokes 10 a day. Loading of the trunk not before week 10.",
  },
  phases: [
    { n: 1, day: 2 },
    { n: 2, day: 17 },
  ],
  revisions: [
    { day: 2, changes: [{ phase: 1, exercise: "walk-short", note: "Brace on before you stand up." }] },
    { day: 10 },
    { day: 38, changes: [{ phase: 2, exercise: "heel-raise", note: "Hold on to the sink with both hands." }] },
  ],
  clearances: [
    granted("PROGRAM_START", 1, "Walks 20 m in the brace with a frame. May the program start?", 14),
    {
      subject: "air-travel-short",
      asked: 52,
      question: "His daughter marries in two weeks, 90 minutes by plane. May he fly?",
      decision: { day: 54, outcome: "granted", words: "Stand up every half hour. Brace on.", reviewDay: 84 },
    },
    {
      subject: "PHASE_DYNAMIC_STABILISATION",
      asked: 66,
      question: "Week 10 is near: pain 3, walks 20 min in the brace, film of week 9 stable. May guarded work start?",
    },
  ],
  evidence: [
    { day: 16, phase: 2, criterion: "walkContinuousMin", value: 8 },
    { day: 16, phase: 2, criterion: "woundClosed", value: true },
    { day: 66, phase: 3, criterion: "walkContinuousMin", value: 21 },
    { day: 66, phase: 3, criterion: "woundClosed", value: true },
    { day: 66, phase: 3, criterion: "other:1", value: true, note: "Film of week 9: screws and rods in place." },
  ],
  pain: { from: 6, to: 2.8, halfWay: 18 },
  adherence: 0.9,
  hasReportedToday: true,
};

const prolonged = { hoursIncreased: 5, painLocation: "local", painCharacter: "ache" } as const;

const cedric: Story = {
  ...{ key: "cedric", givenName: "Cedric", familyName: "Goldenrod", mrn: "DEMO-0167", birthDate: "1970-12-01" },
  ...{ locale: "en", phone: "(555) 555-0167", protocol: "hardware-stabilisation", levels: ["L1–L2"] },
  technique: "Percutaneous pedicle-screw stabilization",
  day: 103,
  therapists: ["priya"],
  surgeon: "elias",
  conditions: ["shoulder-problem"],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 15 },
    { n: 3, day: 44 },
    { n: 4, day: 87 },
  ],
  revisions: [
    {
      day: 1,
      changes: [{ phase: 4, exercise: "modified-plank", reason: "On the forearms the left shoulder does not hurt." }],
    },
    { day: 44 },
    { day: 87 },
    { day: 98, changes: [{ phase: 4, exercise: "bridge-march", dosage: { reps: 10 } }] },
  ],
  clearances: [
    granted("PROGRAM_START", 0, "Fracture stabilized, walks the ward. May the program start?", 14),
    granted("PHASE_DYNAMIC_STABILISATION", 42, "Screws in place at week 6, pain 3. May trunk loading start?", 84),
    granted("AEROBIC_MACHINES", 84, "Film of month 3 without loosening. May he use upright machines?", 182),
    granted("PT_SUPERVISED_START", 87, "First sets on the forearms at the next visit; the shoulder is watched.", 112),
    {
      subject: "gym-machines",
      asked: 99,
      question: "He has a gym at work. May he use leg press and seated row at low load, twice a week?",
    },
  ],
  evidence: [
    { day: 86, phase: 4, criterion: "walkContinuousMin", value: 35 },
    { day: 86, phase: 4, criterion: "other:1", value: true, note: "No loosening on the film of month 3." },
  ],
  pain: { from: 6, to: 1.6, halfWay: 20 },
  adherence: 0.9,
  events: [
    { day: -1, answers: { ...prolonged, nprsBefore: 2, nprsDuring: 4, nprsAfter: 4 } },
    { day: 103, answers: { ...prolonged, nprsBefore: 3, nprsDuring: 5, nprsAfter: 5 } },
  ],
};

/** After implants outside the usual low back fusion: the neck, a long construct, screws without fusion. */
export const instrumentationStories: readonly Story[] = [iris, rowan, cedric];
