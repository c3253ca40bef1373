import type {
  BaseName,
  DriveName,
  Limb,
  MovingPart,
  Point,
  PoseName,
  PropName,
  Side,
  TargetName,
  ViewName,
} from "./names";

/** A place in cm; `null` or a missing number keeps the value that stood there before. */
export type Target = readonly (number | null)[];

/** A pose as its differences from the start. */
export type FigurePose = { readonly [name in PoseName]?: number | undefined } & {
  readonly [name in TargetName]?: Target | undefined;
};

type Caption = { readonly en: string; readonly es: string };

export type FigureKey = FigurePose & {
  /** Seconds to get here from the key before; 1.4 unless told, 0 for a cut to another picture. */
  readonly move?: number | undefined;
  /** Seconds to stay; 0.5 unless told. */
  readonly hold?: number | undefined;
  readonly say?: Caption | undefined;
  /** How far (cm) the middle of a target's way lies above the straight line. */
  readonly arc?: { readonly [limb in Limb]?: number | undefined } | undefined;
};

export type FigureProp = {
  readonly name: PropName;
  /** Where it stands (cm); what the numbers mean is said where the prop is drawn. */
  readonly at?: Target | undefined;
  readonly size?: readonly number[] | undefined;
  /** The points of the body that it hangs on. */
  readonly on?: readonly Point[] | undefined;
  /** The keys (from 0) in which it is there; all unless told. */
  readonly keys?: readonly number[] | undefined;
};

export type FigureArrow =
  | {
      readonly of: Point;
      readonly from?: number | undefined;
      readonly to?: number | undefined;
      /** Sets the arrow aside by this much (cm, to the right and up) instead of looking for a free place. */
      readonly by?: readonly [number, number] | undefined;
    }
  | {
      /** A turn: an arc (degrees, 0 = right, 90 = up) around a point. */
      readonly around: Point;
      readonly r: number;
      readonly ry?: number | undefined;
      readonly arc: readonly [number, number];
      /** The key beside which it stands; all but the first unless told. */
      readonly to?: number | undefined;
    }
  | {
      /** A short straight arrow beside a point, for work that hardly moves: offset and direction on the picture (cm, right and up). */
      readonly at: Point;
      readonly off: readonly [number, number];
      readonly go: readonly [number, number];
      readonly to?: number | undefined;
    };

/** One exercise's figure, as it stands in the content. */
export type FigureRecord = {
  readonly base: BaseName;
  readonly view?: ViewName | undefined;
  readonly start?: FigurePose | undefined;
  readonly keys: readonly FigureKey[];
  /** Seconds for the way back to the first key; 1.4 unless told, 0 to start over without it. */
  readonly back?: number | undefined;
  /** Limbs that this exercise takes off its targets, or puts on one. */
  readonly fk?: readonly Limb[] | undefined;
  readonly ik?: readonly Limb[] | undefined;
  readonly attach?: { readonly [limb in Limb]?: Attachment | undefined } | undefined;
  /** `null` frees the body from the base's anchor. */
  readonly anchor?: Anchor | null | undefined;
  readonly bend?: { readonly [limb in Limb]?: readonly [number, number, number] | undefined } | undefined;
  /** Seconds of a loop without pauses. */
  readonly cycle?: number | undefined;
  /** What an angle gains per round of the loop. */
  readonly turns?: { readonly [name in PoseName]?: number | undefined } | undefined;
  readonly drive?: DriveName | undefined;
  /** The lowest point of the feet rests on the floor in every frame. */
  readonly ground?: boolean | undefined;
  readonly moves: readonly MovingPart[];
  /** The person's own side that works, where the moving parts do not tell: the leg that is stood on, the side of the band. */
  readonly side?: Side | undefined;
  readonly spine?: "still" | "go" | undefined;
  readonly near?: "R" | "L" | undefined;
  readonly zoom?:
    | { readonly on: Point; readonly w: number; readonly dx?: number | undefined; readonly dy?: number | undefined }
    | undefined;
  readonly props?: readonly FigureProp[] | undefined;
  readonly noBaseProps?: boolean | undefined;
  readonly shoes?: boolean | undefined;
  readonly arrows?: readonly FigureArrow[] | undefined;
};

export type Attachment = { readonly on: Point; readonly off: readonly [number, number, number] };
export type Anchor = { readonly point: Point; readonly at: Target };
