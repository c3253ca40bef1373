"use client";

import { useLocale, useTranslations } from "next-intl";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { LinkButton } from "@/components/ui/link-button";
import { Tag } from "@/components/ui/small-parts";
import { categories, categoryWords, positions, positionWords } from "@/lib/clinical/library-words";
import { movementInWords } from "@/lib/clinical/words";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { InspectorDosage } from "./inspector-dosage";
import { InspectorFindings } from "./inspector-findings";
import { useLibraryMemory } from "../library/library-panel-memory";
import { onDemand } from "../on-demand";
import { LineMenu } from "../tray/line-menu";

const origin = onDemand(() => import("./inspector-origin").then(({ InspectorOrigin }) => InspectorOrigin), {
  isAside: true,
});

/** Everything about one line. */
export function InspectorLine({ line }: { line: DraftLine }) {
  const { LineFields } = useBuilder();
  return (
    <>
      <Head line={line} />
      <InspectorDosage line={line} />
      <InspectorFindings line={line} />
      <LineFields line={line} />
      <origin.Part line={line} />
    </>
  );
}

function Head({ line }: { line: DraftLine }) {
  const t = useTranslations("program.inspector");
  const locale = useLocale();
  const { content } = useBuilder();
  const { wordsOf } = useLibraryMemory();
  const facts = content.exercises[line.exercise];
  const name = facts?.name[locale] ?? line.exercise;
  const words = wordsOf(line.exercise);
  const category = categories.find((id) => id === words?.category);
  const position = positions.find((id) => id === facts?.position);
  const kinds = [
    category && categoryWords[category][locale],
    position && positionWords[position][locale],
    ...(words?.equipment ?? []).map((thing) => thing[locale]),
  ];
  return (
    <header className="grid grid-cols-[64px_minmax(0,1fr)_auto] items-start gap-2.5">
      <span className="grid h-14.5 w-16 place-items-center rounded-6 border border-line bg-inset [&>svg]:h-13 [&>svg]:w-14.5">
        <FigureThumb code={line.exercise} />
      </span>
      <div className="min-w-0">
        <h2 className="text-16 font-title break-words">{name}</h2>
        <p className="text-12 text-ink-3">{kinds.filter(Boolean).join(" · ")}</p>
      </div>
      <LineMenu id={line.id} name={name} />
      <div className="col-span-full flex flex-wrap items-center gap-1">
        {facts?.tags.map((tag) => (
          <Tag key={`${tag.tag}-${tag.region ?? ""}`}>{asTitle(movementInWords(tag)[locale])}</Tag>
        ))}
        <LinkButton href={`/library/${line.exercise}`} size="small" target="_blank" variant="quiet">
          {t("page")} <span className="sr-only">{t("newTab")}</span>
        </LinkButton>
      </div>
    </header>
  );
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
