import { figureSchema } from "@/lib/schemas/content/figure";
import adductorBallSqueeze from "./figures/adductor-ball-squeeze.json";
import anklePumps from "./figures/ankle-pumps.json";
import armRaiseSeated from "./figures/arm-raise-seated.json";
import armRaiseStanding from "./figures/arm-raise-standing.json";
import bandPull from "./figures/band-pull.json";
import bandRow from "./figures/band-row.json";
import bentKneeFallout from "./figures/bent-knee-fallout.json";
import bicepsCurl from "./figures/biceps-curl.json";
import birdDog from "./figures/bird-dog.json";
import bridge from "./figures/bridge.json";
import catCamel from "./figures/cat-camel.json";
import clamshell from "./figures/clamshell.json";
import deadBug from "./figures/dead-bug.json";
import diaphragmaticBreathing from "./figures/diaphragmatic-breathing.json";
import elliptical from "./figures/elliptical.json";
import gluteSet from "./figures/glute-set.json";
import gobletSquat from "./figures/goblet-squat.json";
import heelRaise from "./figures/heel-raise.json";
import heelSlide from "./figures/heel-slide.json";
import miniSquat from "./figures/mini-squat.json";
import multifidusIsometric from "./figures/multifidus-isometric.json";
import pelvicTilt from "./figures/pelvic-tilt.json";
import pilatesMat from "./figures/pilates-mat.json";
import proneHipExtension from "./figures/prone-hip-extension.json";
import proneKneeBend from "./figures/prone-knee-bend.json";
import proneLying from "./figures/prone-lying.json";
import quadSet from "./figures/quad-set.json";
import quadrupedRock from "./figures/quadruped-rock.json";
import recumbentBike from "./figures/recumbent-bike.json";
import relaxation from "./figures/relaxation.json";
import runWalk from "./figures/run-walk.json";
import scapularRetraction from "./figures/scapular-retraction.json";
import sciaticSlider from "./figures/sciatic-slider.json";
import seatedArmRow from "./figures/seated-arm-row.json";
import seatedHamstringStretch from "./figures/seated-hamstring-stretch.json";
import seatedKneeExtension from "./figures/seated-knee-extension.json";
import shoulderShrug from "./figures/shoulder-shrug.json";
import sitToStand from "./figures/sit-to-stand.json";
import supineHamstringStretch from "./figures/supine-hamstring-stretch.json";
import supineMarch from "./figures/supine-march.json";
import taBracing from "./figures/ta-bracing.json";
import treadmillWalk from "./figures/treadmill-walk.json";
import tricepsPress from "./figures/triceps-press.json";
import uprightBike from "./figures/upright-bike.json";
import walkBrisk from "./figures/walk-brisk.json";
import walkShort from "./figures/walk-short.json";
import wallSquat from "./figures/wall-squat.json";
import weightShift from "./figures/weight-shift.json";

/** The figures that ship, by the exercise's id. Written by `npm run figures`. */
export const figures = Object.fromEntries(
  Object.entries({
    "adductor-ball-squeeze": adductorBallSqueeze,
    "ankle-pumps": anklePumps,
    "arm-raise-seated": armRaiseSeated,
    "arm-raise-standing": armRaiseStanding,
    "band-pull": bandPull,
    "band-row": bandRow,
    "bent-knee-fallout": bentKneeFallout,
    "biceps-curl": bicepsCurl,
    "bird-dog": birdDog,
    bridge,
    "cat-camel": catCamel,
    clamshell,
    "dead-bug": deadBug,
    "diaphragmatic-breathing": diaphragmaticBreathing,
    elliptical,
    "glute-set": gluteSet,
    "goblet-squat": gobletSquat,
    "heel-raise": heelRaise,
    "heel-slide": heelSlide,
    "mini-squat": miniSquat,
    "multifidus-isometric": multifidusIsometric,
    "pelvic-tilt": pelvicTilt,
    "pilates-mat": pilatesMat,
    "prone-hip-extension": proneHipExtension,
    "prone-knee-bend": proneKneeBend,
    "prone-lying": proneLying,
    "quad-set": quadSet,
    "quadruped-rock": quadrupedRock,
    "recumbent-bike": recumbentBike,
    relaxation,
    "run-walk": runWalk,
    "scapular-retraction": scapularRetraction,
    "sciatic-slider": sciaticSlider,
    "seated-arm-row": seatedArmRow,
    "seated-hamstring-stretch": seatedHamstringStretch,
    "seated-knee-extension": seatedKneeExtension,
    "shoulder-shrug": shoulderShrug,
    "sit-to-stand": sitToStand,
    "supine-hamstring-stretch": supineHamstringStretch,
    "supine-march": supineMarch,
    "ta-bracing": taBracing,
    "treadmill-walk": treadmillWalk,
    "triceps-press": tricepsPress,
    "upright-bike": uprightBike,
    "walk-brisk": walkBrisk,
    "walk-short": walkShort,
    "wall-squat": wallSquat,
    "weight-shift": weightShift,
  }).map(([id, record]) => [id, figureSchema.parse(record)]),
);
