"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Wordmark } from "../brand/mark";
import { AppLink } from "../ui/app-link";
import { Icon, type IconName } from "../ui/icon";
import { SkipLink } from "../ui/small-parts";

export type PatientPlace = "today" | "program" | "allowed" | "progress" | "messages";

const icons: Record<PatientPlace, IconName> = {
  today: "home",
  program: "steps",
  allowed: "seal",
  progress: "chart",
  messages: "message",
};

/**
 * The patient's frame: header with the mark left and the language right, four words at the foot. In an exercise give `header` to
 * replace the mark, and no `places`. Drawn from its code, which a phone keeps, and not sent with every page.
 */
export function PatientShell({
  home,
  places,
  current,
  language,
  header,
  isWide = false,
  children,
}: {
  home: string;
  places: readonly { place: PatientPlace; href: string }[];
  current: PatientPlace | null;
  /** The language switch. */
  language?: ReactNode;
  header?: ReactNode;
  /** 720 px instead of 480, for allowed, progress and record. */
  isWide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  const width = isWide ? "max-w-patient-wide" : "max-w-patient";
  return (
    <div className="flex min-h-dvh flex-col text-18" data-audience="patient">
      <SkipLink href="#main">{t("skip")}</SkipLink>
      <header className="border-b border-line bg-surface">
        <div className={`mx-auto flex min-h-13 items-center gap-2 px-4 ${width}`}>
          {header ?? (
            <>
              <AppLink className="flex min-h-11 items-center" href={home}>
                <Wordmark />
                <span className="sr-only">{t("home")}</span>
              </AppLink>
              <div className="ms-auto">{language}</div>
            </>
          )}
        </div>
      </header>
      <main className={`mx-auto flex w-full flex-1 flex-col gap-3 px-4 pt-3 pb-5 ${width}`} id="main" tabIndex={-1}>
        {children}
      </main>
      {places.length === 0 ? null : (
        <nav aria-label={t("main")} className="border-t border-line bg-surface">
          <ul className={`mx-auto grid min-h-15.5 auto-cols-fr grid-flow-col ${width}`}>
            {places.map(({ place, href }) => (
              <li className="min-w-0" key={place}>
                <AppLink
                  aria-current={place === current ? "page" : undefined}
                  className="place-at-foot flex h-full flex-col items-center justify-center gap-0.5 px-0.5 py-1.5 text-center text-[0.9375rem]/4.5 font-medium text-ink-2 -outline-offset-2 aria-[current=page]:font-bold aria-[current=page]:text-accent-ink"
                  href={href}
                >
                  <Icon name={icons[place]} size={20} />
                  <span className="max-w-full wrap-break-word">{t(`patientNav.${place}`)}</span>
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

const parts = ["checkIn", "exercises", "afterwards"] as const;
export type SessionPart = (typeof parts)[number];

/** Where one is in a session: check in, exercises, afterwards. */
export function SessionPath({ current }: { current: SessionPart }) {
  const t = useTranslations("shell.flow");
  const now = parts.indexOf(current);
  return (
    <ol aria-label={t("label")} className="grid grid-cols-3 gap-1.5 text-16">
      {parts.map((part, index) => {
        const state = index < now ? "done" : index === now ? "now" : "toCome";
        const looks = {
          done: "border-phase-4 text-ink-2",
          now: "border-accent font-title text-ink",
          toCome: "border-sunken text-ink-3",
        } as const;
        return (
          <li
            aria-current={state === "now" ? "step" : undefined}
            className={`border-t-4 pt-1.5 wrap-break-word ${looks[state]}`}
            key={part}
          >
            {t(part)}
            <span className="sr-only">, {t(state)}</span>
          </li>
        );
      })}
    </ol>
  );
}
