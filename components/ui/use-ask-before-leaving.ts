import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** While there is something on the page that is not saved: asks before a link, a reload or a closed tab drops it. */
export function useAskBeforeLeaving(isUnsaved: boolean): void {
  const question = useTranslations("ui")("leaveUnsaved");
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const askAtLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      const stays = !link || link.target !== "" || link.hash !== "" || event.ctrlKey || event.metaKey || event.shiftKey;
      if (stays || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", ask);
    // Before the link's own click, which does not load a page.
    window.addEventListener("click", askAtLink, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", askAtLink, { capture: true });
    };
  }, [isUnsaved, question]);
}
