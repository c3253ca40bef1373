import { getLocale, getTranslations } from "next-intl/server";
import type { FileWords } from "@/components/record-file/file-words";
import { recordPage } from "@/components/record-file/record-page";
import { answerWithFile } from "../answer-with-file";

/** The patient's whole record as one page to read or print, in the language of their pages. */
export function GET(): Promise<Response> {
  return answerWithFile("html", async ({ head, checkIns, marks }) =>
    recordPage(head, { checkIns: checkIns(), marks: marks() }, await fileWords()),
  );
}

async function fileWords(): Promise<FileWords> {
  const [locale, file, roles, changes, allowed, levels, marks, procedure] = await Promise.all([
    getLocale(),
    getTranslations("myRecord.file"),
    getTranslations("myRecord.record.role"),
    getTranslations("myRecord.changes"),
    getTranslations("patient.allowed"),
    getTranslations("patient.progress.levels"),
    getTranslations("patient.today.marks"),
    getTranslations("patientRecord.procedure"),
  ]);
  return { locale, file, roles, changes, allowed, levels, marks, procedure };
}
