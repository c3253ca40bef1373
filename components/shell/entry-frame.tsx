import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Wordmark } from "../brand/mark";
import { SkipLink } from "../ui/small-parts";

/** The frame before anyone is known: a form of 528 px, the rest of the page for `aside`; one column below 1024 px. */
export function EntryFrame({ children, aside, foot }: { children: ReactNode; aside?: ReactNode; foot?: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[33rem_minmax(0,1fr)]" data-audience="entry">
      <SkipLink href="#main">{t("skip")}</SkipLink>
      <div className="flex flex-col gap-8 bg-surface px-5 py-8 sm:px-12 lg:border-e lg:border-line lg:px-21 lg:py-10">
        <Wordmark size={24} />
        <main className="my-auto w-full max-w-patient" id="main" tabIndex={-1}>
          {children}
        </main>
        {foot === undefined ? null : <footer className="flex flex-wrap items-center gap-x-4 text-13">{foot}</footer>}
      </div>
      {aside === undefined ? null : (
        <div className="flex flex-col justify-center gap-12 px-5 py-8 sm:px-12 lg:px-15 lg:py-11">{aside}</div>
      )}
    </div>
  );
}
