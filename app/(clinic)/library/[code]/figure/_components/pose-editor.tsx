"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useDeferredValue, useState, useTransition } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { fieldId } from "@/components/ui/field-id";
import { useFaultWords } from "@/components/figure/fault-words";
import { useErrorWords } from "@/components/ui/form-errors";
import { useAskBeforeLeaving } from "@/components/ui/use-ask-before-leaving";
import { adjustPose } from "@/lib/figure/adjust";
import { handleOfFault } from "@/lib/figure/fault-handle";
import { handlesOf, poseValues } from "@/lib/figure/handles";
import { inspect } from "@/lib/figure/inspect";
import type { PlacedFault } from "@/lib/figure/placed-faults";
import type { FigureEditor } from "@/lib/records/library/load-figure-editor";
import { EditorBar } from "./editor-bar";
import { PictureFields } from "./picture-fields";
import { PictureTabs } from "./picture-tabs";
import { fieldOf, PoseFields } from "./pose-fields";
import { PosePreview } from "./pose-preview";
import { SaveNotice } from "./save-notice";
import { saveFigure, type SaveAnswer } from "./save-figure";
import { useEdits } from "./use-edits";
import { WholeFields } from "./whole-fields";

/** The figure of an own exercise, picture by picture: it is drawn and checked as its numbers change, and saved only without a fault. */
export function PoseEditor({ editor }: { editor: FigureEditor }) {
  const t = useTranslations("poseEditor");
  const router = useRouter();
  const words = useErrorWords();
  const faultWords = useFaultWords();
  const { source, tags } = editor;
  const edits = useEdits({ record: editor.record, alt: editor.alt });
  const { now, edit } = edits;
  const { record } = now;
  const [picture, setPicture] = useState(0);
  const [answer, setAnswer] = useState<SaveAnswer | null>(null);
  const [isSaving, startSaving] = useTransition();
  useAskBeforeLeaving(edits.canUndo && answer?.kind !== "saved");
  const { drawing, faults } = inspect(useDeferredValue(record), tags);
  const [handles] = useState(() => handlesOf(source.record));
  const values = poseValues(record)[picture] ?? {};

  const errors = new Map<string, string>();
  for (const fault of faults) {
    const handle = fault.key === picture ? handleOfFault(fault, handles) : undefined;
    const { where, part, what } = faultWords(fault);
    if (handle)
      errors.set(
        handle.name,
        [errors.get(handle.name), `${fault.isOnTheWay ? where : part}: ${what}.`].filter(Boolean).join(" "),
      );
  }
  const refused = answer?.kind === "invalid" ? answer.fields : {};
  const errorOf = (path: string) => {
    const key = refused[path];
    return key === undefined ? undefined : words(key);
  };
  const showPlace = (key: number, field: string) => {
    flushSync(() => setPicture(Math.min(key, record.keys.length - 1)));
    const control = document.getElementById(fieldId(field));
    const details = control?.closest("details");
    if (details) details.open = true;
    control?.focus();
  };
  const showFault = (fault: PlacedFault) =>
    showPlace(fault.key, fieldOf(fault.key, handleOfFault(fault, handles)?.name ?? "say.en"));
  const save = () =>
    startSaving(async () => {
      setAnswer(null);
      const isFaulty = inspect(record, tags).faults.length > 0;
      const found: SaveAnswer = isFaulty ? { kind: "invalid", fields: {} } : await saveFigure(editor, now);
      setAnswer(found);
      if (found.kind === "saved") router.push(`/library/${encodeURIComponent(editor.code)}`);
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) edits.redo();
    else edits.undo();
  };
  return (
    <form
      className="flex flex-col gap-4 xl:grid xl:grid-cols-[minmax(0,44rem)_minmax(22rem,32rem)] xl:items-start"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="sticky top-0 z-10 max-xl:max-h-[45dvh] max-xl:overflow-y-auto xl:top-4 xl:order-2">
        <PosePreview drawing={drawing} faults={faults} onFault={showFault} picture={picture} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <EditorBar edits={edits} onShipped={() => edit("shipped", { ...now, record: source.record })} />
        <h2 className="text-16 font-title">{t("pictures")}</h2>
        <PictureTabs
          count={record.keys.length}
          drawing={drawing}
          faults={faults}
          onPicture={setPicture}
          picture={picture}
        />
        <PictureFields
          errorOf={errorOf}
          onChange={(field, next) => edit(field, { ...now, record: next })}
          picture={picture}
          record={record}
        />
        <PoseFields
          errors={errors}
          handles={handles}
          onChange={({ name }, value) =>
            edit(fieldOf(picture, name), { ...now, record: adjustPose(record, picture, name, value) })
          }
          picture={picture}
          values={values}
        />
        <WholeFields edit={edit} errorOf={errorOf} now={now} source={source.record} />
        <SaveNotice answer={answer} faultCount={faults.length} onField={showPlace} />
        <div>
          <Button isPending={isSaving} type="submit" variant="primary">
            {t("save")}
          </Button>
        </div>
      </div>
    </form>
  );
}
