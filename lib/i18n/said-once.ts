import { Kept } from "@/lib/kept";

/**
 * A sentence that hangs on its key alone, put together once in this process: to make the plurals of a language for each page takes longer than all else
 * that its words need. Not for what names somebody.
 * @param most sentences that are kept
 */
export function saidOnce(most: number): (key: readonly unknown[], say: () => string) => string {
  const said = new Kept<{ sentence: string }>(most);
  return (of, say) => {
    const key = JSON.stringify(of);
    const known = said.get(key) ?? { sentence: say() };
    said.set(key, known);
    return known.sentence;
  };
}
