import en from "@/messages/en.json";
import es from "@/messages/es.json";

/** The patient reads in their own language, whatever the decider's is. */
export const patientReads = { en: en.clearances.patientReads, es: es.clearances.patientReads };
