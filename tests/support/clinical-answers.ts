import * as daily from "@/lib/clinical/daily-review";
import * as doses from "@/lib/clinical/dosage";
import * as measures from "@/lib/clinical/measure";
import * as met from "@/lib/clinical/met-lines";
import * as phases from "@/lib/clinical/phase-not-yet";
import * as entries from "@/lib/clinical/readiness";
import * as reviews from "@/lib/clinical/review";
import * as signatures from "@/lib/clinical/signing";
import * as suggestions from "@/lib/clinical/suggestion";
import * as templates from "@/lib/clinical/template-review";
import * as strictness from "@/lib/clinical/template-strictness";
import * as timelines from "@/lib/clinical/timeline";
import { wellSaid } from "./clinical-words";

/** The rules as the tests ask them: each answers as it does, once its reasons have been read in both languages. */

function read<Given extends unknown[], Answer>(rule: (...given: Given) => Answer): (...given: Given) => Answer {
  return (...given) => wellSaid(rule(...given));
}

export const review = read(reviews.review);
export const signing = read(signatures.signing);
export const metLines = read(met.metLines);
export const phaseNotYet = read(phases.phaseNotYet);
export const readiness = read(entries.readiness);
export const dosage = read(doses.dosage);
export const suggestTemplates = read(suggestions.suggestTemplates);
export const templateLessStrict = read(strictness.templateLessStrict);
export const reviewTemplate = read(templates.reviewTemplate);
export const suggestTimeline = read(timelines.suggestTimeline);
export const scoreMeasure = read(measures.scoreMeasure);
export const readTotal = read(measures.readTotal);
export const dailyReview = read(daily.dailyReview);
