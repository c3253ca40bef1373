import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";

/** The words of the file, each in the language of `locale`. */
export type FileWords = {
  locale: Locale;
  file: ReturnType<typeof useTranslations<"myRecord.file">>;
  roles: ReturnType<typeof useTranslations<"myRecord.record.role">>;
  changes: ReturnType<typeof useTranslations<"myRecord.changes">>;
  allowed: ReturnType<typeof useTranslations<"patient.allowed">>;
  levels: ReturnType<typeof useTranslations<"patient.progress.levels">>;
  marks: ReturnType<typeof useTranslations<"patient.today.marks">>;
  procedure: ReturnType<typeof useTranslations<"patientRecord.procedure">>;
};
