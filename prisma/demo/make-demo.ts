import type { ClinicalContent } from "@/lib/clinical/facts";
import type { TriageContent } from "@/lib/clinical/triage-content";
import { connections } from "@/lib/db/client";
import { endEpisodes } from "./end-episodes";
import { reviewDemo } from "./review-demo";
import { writeDemo, type DemoClinic } from "./write-demo";
import { ownProtocol, publishSecondVersion } from "./write-own-template";

/** On a machine that is busy with its first build. */
const longestMs = 120_000;

/** Fills the opened demo clinic: its people with their stories, all or none of them, then what the daily review finds. */
export async function makeDemo(
  clinic: DemoClinic,
  content: { clinical: ClinicalContent; triage: TriageContent },
  now: Date = new Date(),
): Promise<void> {
  const { people, ownTemplateId } = await connections().prisma.$transaction(
    (tx) => writeDemo(tx, clinic, content, now),
    {
      timeout: longestMs,
    },
  );
  const therapist = people.find(({ story }) => story.protocol === ownProtocol)?.therapist;
  if (therapist) await publishSecondVersion(therapist, ownTemplateId, new Date(now.getTime() - 3 * 86_400_000));
  await endEpisodes(people);
  await reviewDemo(clinic, people, now);
}
