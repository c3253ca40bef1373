import { Shape } from "@/components/clinical/shape";
import { FigurePicture, type Picture } from "@/components/figure/figure-picture";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";

/** An exercise in a list of the day, in the page's language. */
export type ExerciseRow = {
  id: string;
  name: string;
  dosage: string;
  /** How it stands today, or when it comes. */
  standing: string;
  /** The words of `standing` are then for who does not see the shape. */
  isSaidByShape: boolean;
  sign: "done" | "not-yet" | "another-day";
  picture: Picture | null;
};

/** A list of exercises, each with the way to it. */
export function ExerciseCard({
  title,
  note,
  intro,
  rows,
}: {
  title: string;
  note?: string | undefined;
  intro?: string | undefined;
  rows: readonly ExerciseRow[];
}) {
  return (
    <Card isFlush note={note} title={title}>
      {intro === undefined ? null : <p className="px-4 pb-2 text-16 text-ink-2">{intro}</p>}
      <ul>
        {rows.map(({ id, name, dosage, standing, isSaidByShape, sign, picture }) => (
          <li className="border-t border-line" key={id}>
            <AppLink
              className="flex min-h-13 items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-inset"
              href={`/my/today/exercise/${id}`}
            >
              <span className={`relative flex-none ${picture === null ? "" : "w-18"}`}>
                {picture && <FigurePicture {...picture} />}
                <Sign isOnPicture={picture !== null} sign={sign} />
              </span>
              <span className="grid min-w-0 flex-1">
                <span className="font-semibold">{name}</span>
                <span className="text-16 text-ink-2">{dosage}</span>
                <span className={isSaidByShape ? "sr-only" : "text-16 font-medium"}>{standing}</span>
              </span>
              <Icon name="right" size={18} />
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Sign({ sign, isOnPicture }: { sign: ExerciseRow["sign"]; isOnPicture: boolean }) {
  if (sign === "another-day")
    return isOnPicture ? null : <Icon className="shrink-0 text-ink-3" name="clock" size={22} />;
  return (
    <span className={`rounded-3 bg-surface ${isOnPicture ? "absolute -start-1.5 top-0" : ""}`}>
      <Shape name={sign} size={22} />
    </span>
  );
}
