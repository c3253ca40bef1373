/** Whether a patient's phone may have kept something in this browser. Asked without opening the store; a browser that cannot say counts as used. */
export async function wasUsed(): Promise<boolean> {
  const databases = "databases" in indexedDB ? await indexedDB.databases() : null;
  return databases === null || databases.some(({ name }) => name === "phasewise");
}
