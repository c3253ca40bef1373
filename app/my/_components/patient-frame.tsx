"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WaitingNote } from "@/components/offline/waiting-note";
import { SignOutForm } from "@/components/offline/sign-out-form";
import { PatientShell, type PatientPlace } from "@/components/shell/patient-shell";
import { LocaleSwitch } from "@/components/ui/preference-switches";
import { chooseOwnLanguage } from "../actions";
import { places } from "./places";

/** The frame of a patient's page. A page of one exercise gives its own `header` and no foot. */
export function PatientFrame({
  current,
  header,
  isWide = false,
  name,
  children,
}: {
  current: PatientPlace;
  header?: ReactNode;
  isWide?: boolean;
  /** Whose page it is: shows the way out at the end of the page. */
  name?: string | undefined;
  children: ReactNode;
}) {
  return (
    <PatientShell
      current={current}
      header={header}
      home="/my/today"
      isWide={isWide}
      language={<LocaleSwitch action={chooseOwnLanguage} />}
      places={header === undefined ? places : []}
    >
      <WaitingNote />
      {children}
      {name === undefined ? null : <SignOut name={name} />}
    </PatientShell>
  );
}

function SignOut({ name }: { name: string }) {
  const t = useTranslations("patient.frame");
  return (
    <SignOutForm className="mt-auto flex flex-wrap items-center gap-x-2 pt-6 text-16 text-ink-2">
      <span>{t("signedInAs", { name })}</span>
      <button className="link min-h-11 font-medium" type="submit">
        {t("signOut")}
      </button>
    </SignOutForm>
  );
}
