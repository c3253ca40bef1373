import { figureSchema } from "@/lib/schemas/content/figure";
import armRaiseStanding from "./figures/arm-raise-standing.json";
import bandRow from "./figures/band-row.json";
import birdDog from "./figures/bird-dog.json";
import bridge from "./figures/bridge.json";
import catCamel from "./figures/cat-camel.json";
import clamshell from "./figures/clamshell.json";
import heelSlide from "./figures/heel-slide.json";
import pelvicTilt from "./figures/pelvic-tilt.json";
import proneKneeBend from "./figures/prone-knee-bend.json";
import seatedHamstringStretch from "./figures/seated-hamstring-stretch.json";
import sitToStand from "./figures/sit-to-stand.json";
import uprightBike from "./figures/upright-bike.json";
import walkShort from "./figures/walk-short.json";
import wallSquat from "./figures/wall-squat.json";

/** The figures that ship, by the exercise's id. Written by `npm run figures`. */
export const figures = Object.fromEntries(
  Object.entries({
    "arm-raise-standing": armRaiseStanding,
    "band-row": bandRow,
    "bird-dog": birdDog,
    bridge,
    "cat-camel": catCamel,
    clamshell,
    "heel-slide": heelSlide,
    "pelvic-tilt": pelvicTilt,
    "prone-knee-bend": proneKneeBend,
    "seated-hamstring-stretch": seatedHamstringStretch,
    "sit-to-stand": sitToStand,
    "upright-bike": uprightBike,
    "walk-short": walkShort,
    "wall-squat": wallSquat,
  }).map(([id, record]) => [id, figureSchema.parse(record)]),
);
