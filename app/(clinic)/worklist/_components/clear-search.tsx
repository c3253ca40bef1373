import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { WorklistTab } from "@/lib/schemas/worklist";
import { searchPatients } from "../actions";

/** Ends the search; the tab stays. Works without JavaScript. */
export function ClearSearch({ flag }: { flag: WorklistTab | null }) {
  const t = useTranslations("worklist.empty");
  return (
    <form action={searchPatients}>
      {flag === null ? null : <input name="flag" type="hidden" value={flag} />}
      <Button type="submit">{t("clearSearch")}</Button>
    </form>
  );
}
