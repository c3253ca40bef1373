import { granted } from "./granted";
import type { Story } from "./story";

const bryony: Story = {
  ...{ key: "bryony", givenName: "Bryony", familyName: "Sweetbriar", mrn: "DEMO-0222", birthDate: "1994-06-09" },
  ...{ locale: "en", phone: "(555) 555-0122", protocol: "lumbar-discectomy", levels: ["L4–L5"] },
  technique: "Endoscopic discectomy",
  day: 25,
  therapists: ["jonah"],
  surgeon: "elias",
  conditions: ["nerve-irritable"],
  restrictions: [{ kind: "lift-limit", limitKg: 4.5, untilDay: 41 }],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 15 },
  ],
  revisions: [
    { day: 1 },
    { day: 15, changes: [{ phase: 2, exercise: "hip-hinge-drill", note: "Bend at the hips. Your back stays long." }] },
  ],
  clearances: [
    granted("PROGRAM_START", 0, "Leg pain down from 8 to 3, walks the ward. May the program start?", 14),
    {
      subject: "driving",
      asked: 21,
      question: "Off opioids for a week, brakes hard without pain. May she drive to her shifts, 20 minutes?",
    },
  ],
  pain: { from: 5, to: 1.6, halfWay: 5 },
  adherence: 0.92,
  events: [
    { day: -6, answers: { nprsBefore: 3, nprsDuring: 3, nprsAfter: 3 } },
    { day: -5, answers: { nprsBefore: 4, nprsDuring: 4, nprsAfter: 3 } },
    { day: -4, answers: { nprsBefore: 4, nprsDuring: 4, nprsAfter: 4 } },
    { day: -3, answers: { nprsBefore: 5, nprsDuring: 5, nprsAfter: 5, painLocation: "local", painCharacter: "ache" } },
    { day: -2, answers: { nprsBefore: 5, nprsDuring: 5, nprsAfter: 5, painLocation: "local", painCharacter: "ache" } },
    { day: -1, answers: { nprsBefore: 6, nprsDuring: 6, nprsAfter: 6, painLocation: "local", painCharacter: "ache" } },
  ],
};

const jacinto: Story = {
  ...{ key: "jacinto", givenName: "Jacinto", familyName: "Romerillo Olivares", mrn: "DEMO-0149" },
  ...{ birthDate: "1951-08-30", locale: "es", phone: "(555) 555-0149" },
  ...{ protocol: "lumbar-laminectomy", levels: ["L3–L4", "L4–L5"], technique: "Decompression for stenosis" },
  day: 43,
  therapists: ["jonah"],
  surgeon: "noor",
  conditions: ["spinal-stenosis", "extension-sensitive", "knee-problem"],
  phases: [
    { n: 1, day: 1 },
    { n: 2, day: 16 },
    { n: 3, day: 37 },
  ],
  revisions: [
    {
      day: 1,
      changes: [
        { phase: 1, exercise: "sit-to-stand", note: "Use una silla alta. Apoye las manos si lo necesita." },
        {
          ...{ phase: 2, exercise: "mini-squat", dosage: { reps: 8 } },
          reason: "A quarter of the depth at the sink; the right knee stays quiet.",
        },
        ...(["bird-dog", "quadruped-rock"] as const).map((exercise) => ({
          ...{ phase: 3, exercise },
          reason: "Kneels on a folded blanket without knee pain.",
        })),
        { phase: 3, exercise: "step-up", dosage: { reps: 6 }, reason: "10 cm step with a rail, no knee pain so far." },
      ],
    },
    { day: 37, changes: [{ phase: 3, exercise: "step-up", note: "Use un escalón bajo y apóyese en la baranda." }] },
  ],
  clearances: [
    granted("PROGRAM_START", 0, "Walks the corridor without leg pain. May the program start?", 14),
    {
      subject: "household-light",
      asked: 17,
      question: "Lives alone. May he cook and wash up, 20 minutes at a time?",
      decision: { day: 18, outcome: "granted", reviewDay: 42 },
    },
    granted("PT_SUPERVISED_START", 36, "First sets on hands and knees and on the forearms at the next visit.", 56),
  ],
  evidence: [
    {
      day: 36,
      phase: 3,
      criterion: "walkContinuousMin",
      value: 22,
      note: "Before surgery he had to sit down after 5.",
    },
    { day: 36, phase: 3, criterion: "woundClosed", value: true },
  ],
  pain: { from: 5, to: 2, halfWay: 10 },
  adherence: 0.86,
  silentDays: 6,
};

/** After a decompression of the low back: weeks. */
export const decompressionStories: readonly Story[] = [bryony, jacinto];
