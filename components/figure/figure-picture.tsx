/** What a picture of a figure is drawn of: its numbers and our own class names only, so it can be sent as data. */
export type Picture = { viewBox: string; inside: string };

/** One picture of a figure, as large as its place. Decoration: the words beside it say what it shows. */
export function FigurePicture({ viewBox, inside }: Picture) {
  return (
    <svg
      aria-hidden="true"
      className="figure block h-auto w-full"
      dangerouslySetInnerHTML={{ __html: inside }}
      viewBox={viewBox}
    />
  );
}
