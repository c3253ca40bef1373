import "server-only";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { movingPicture, type Drawing } from "@/lib/figure/figure";
import { faultsIn } from "@/lib/figure/inspect";
import type { PlacedFault } from "@/lib/figure/placed-faults";
import type { RegionTag } from "@/lib/figure/tag-faults";

const compressed = promisify(brotliCompress);
const faults = new WeakMap<Drawing, Map<string, readonly PlacedFault[]>>();
const sizes = new WeakMap<Drawing, Promise<number>>();

/** Everything wrong with a drawing, and with it as the picture of an exercise with these movement tags; worked out once per process. */
export function faultsOf(drawing: Drawing, tags: readonly RegionTag[]): readonly PlacedFault[] {
  const byTags = faults.get(drawing) ?? new Map<string, readonly PlacedFault[]>();
  faults.set(drawing, byTags);
  const key = JSON.stringify(tags);
  const found = byTags.get(key) ?? faultsIn(drawing, tags);
  byTags.set(key, found);
  return found;
}

/** How large (bytes, brotli) the moving picture is on its way to the reader; worked out once per process, beside the server's own thread. */
export function sizeOf(drawing: Drawing): Promise<number> {
  const size = sizes.get(drawing) ?? compressed(movingPicture(drawing)).then(({ length }) => length);
  sizes.set(drawing, size);
  return size;
}
