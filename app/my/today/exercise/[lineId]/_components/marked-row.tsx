"use client";

import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { MarkForm, type MarkFormProps } from "./mark-form";

/**
 * What a session of an exercise was marked with, and a way to take it back.
 * @param props.name of the exercise, where it is said on another page
 */
export function MarkedRow({ session, name, ...form }: MarkFormProps & { session: number; name?: string }) {
  const t = useTranslations("patient.exercise");
  const words = useTranslations("patient.today.marks");
  const { marks } = form.line;
  const mark = words(marks[session - 1] ?? "not-done");
  const said =
    name !== undefined
      ? t("markedNotice", { name, mark })
      : marks.length > 1
        ? t("ofTime", { n: session, mark })
        : t("marked", { mark });
  return (
    <MarkForm
      {...form}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-14 border border-line bg-surface py-1 ps-4 pe-2"
      session={session}
    >
      {(sending) => (
        <>
          <Shape name="done" size={22} />
          <p className="min-w-0 flex-1 font-semibold">{said}</p>
          <Button
            className="text-accent-ink! underline underline-offset-2"
            isPending={sending === "not-done"}
            name="outcome"
            type="submit"
            value="not-done"
            variant="quiet"
          >
            <Icon name="undo" size={18} />
            {t("takeBack")}
          </Button>
        </>
      )}
    </MarkForm>
  );
}
