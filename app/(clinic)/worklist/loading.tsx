import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

/** The rows that will come. */
export default async function WorklistLoading() {
  const t = await getTranslations("worklist");
  return <Skeleton rows={8} words={t("loading")} />;
}
