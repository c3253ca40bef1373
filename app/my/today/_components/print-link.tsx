import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";

/** The way to the day's exercises on paper. */
export function PrintLink({ words }: { words: string }) {
  return (
    <AppLink className="link inline-flex min-h-11 items-center gap-2 self-start text-16" href="/my/today/print">
      <Icon name="print" size={18} />
      {words}
    </AppLink>
  );
}
