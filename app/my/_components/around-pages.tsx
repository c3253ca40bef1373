"use client";

import type { ReactNode } from "react";
import { KeepPlan } from "@/components/offline/keep-plan";
import { SignOutForm } from "@/components/offline/sign-out-form";
import { IdleWarning } from "@/components/shell/idle-warning";
import { PatientWords } from "@/lib/i18n/patient-words";
import { staySignedIn } from "../../session-actions";

/**
 * What is around each of a patient's pages: their words, who keeps their plan on the phone, and who says that the session will end. Drawn from its code,
 * and under one name: the server looks up each name of a page three times.
 */
export function AroundPages({
  userId,
  timeZone,
  worksOffline,
  idleMinutes,
  children,
}: {
  userId: string;
  timeZone: string;
  worksOffline: boolean;
  idleMinutes: number;
  children: ReactNode;
}) {
  return (
    <PatientWords>
      <KeepPlan timeZone={timeZone} userId={userId} worksOffline={worksOffline} />
      {children}
      <div data-audience="patient">
        <IdleWarning idleMinutes={idleMinutes} stay={staySignedIn} wayOut={SignOutForm} />
      </div>
    </PatientWords>
  );
}
