import type { Actor } from "@/lib/access/actor";
import type { RenameTemplateInput } from "@/lib/schemas/template";
import { loadTemplateDraft } from "./load-template-draft";
import { saveTemplatePhases } from "./save-template-phases";

/**
 * Gives the draft of a template its title and the techniques by which it is suggested; both count when it is published. A technique that stood there
 * keeps its other language.
 * @throws as `saveTemplatePhases`
 */
export async function renameTemplate(
  actor: Actor,
  { templateId, phasesVersion, title, techniques }: RenameTemplateInput,
): Promise<void> {
  const { facts } = await loadTemplateDraft(actor, templateId);
  const known = new Map(facts.techniques.flatMap((words) => [[words.en, words] as const, [words.es, words] as const]));
  const named = techniques.map((technique) => known.get(technique) ?? { en: technique, es: technique });
  await saveTemplatePhases(actor, { templateId, phasesVersion, facts: { ...facts, title, techniques: named } });
}
