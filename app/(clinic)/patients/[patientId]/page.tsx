import { redirect } from "next/navigation";

/** A patient's address without a page opens the overview. */
export default async function PatientPage({ params }: { params: Promise<{ patientId: string }> }) {
  const { patientId } = await params;
  redirect(`/patients/${encodeURIComponent(patientId)}/overview`);
}
