/**
 * A small decoration on a 16-unit grid, hidden from assistive technology, as one text around which there is no box: React writes and reads every
 * attribute of an element by itself, and a page has thirty of these.
 * @param drawing.className of our own, without quotes
 * @param drawing.size in CSS pixels
 * @param drawing.inside markup of our own
 */
export function smallDrawing({ className, size, inside }: { className: string; size: number; inside: string }) {
  const svg = `<svg aria-hidden="true" class="${className}" height="${size}" viewBox="0 0 16 16" width="${size}">${inside}</svg>`;
  return <span className="contents" dangerouslySetInnerHTML={{ __html: svg }} />;
}
