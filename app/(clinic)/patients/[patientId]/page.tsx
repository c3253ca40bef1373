import { redirect } from "next/navigation";
import { requireActor } from "@/lib/access/read-actor";

/** A patient's address without a page opens the overview. */
export default async function PatientPage({ params }: { params: Promise<{ patientId: string }> }) {
  await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  redirect(`/patients/${encodeURIComponent(patientId)}/overview`);
}
