import { figureSchema } from "@/lib/schemas/content/figure";
import adductorBallSqueeze from "./figures/adductor-ball-squeeze.json";
import anklePumps from "./figures/ankle-pumps.json";
import ankleRotations from "./figures/ankle-rotations.json";
import aquaticCore from "./figures/aquatic-core.json";
import armRaiseSeated from "./figures/arm-raise-seated.json";
import armRaiseStanding from "./figures/arm-raise-standing.json";
import backExtensionMachine from "./figures/back-extension-machine.json";
import ballSeatedMarch from "./figures/ball-seated-march.json";
import bandPull from "./figures/band-pull.json";
import bandRow from "./figures/band-row.json";
import bentKneeFallout from "./figures/bent-knee-fallout.json";
import bicepsCurl from "./figures/biceps-curl.json";
import birdDog from "./figures/bird-dog.json";
import bridgeMarch from "./figures/bridge-march.json";
import bridge from "./figures/bridge.json";
import calfStretch from "./figures/calf-stretch.json";
import catCamel from "./figures/cat-camel.json";
import cervicalArom from "./figures/cervical-arom.json";
import cervicalIsometric from "./figures/cervical-isometric.json";
import cervicalRotationArom from "./figures/cervical-rotation-arom.json";
import chestPress from "./figures/chest-press.json";
import childPose from "./figures/child-pose.json";
import chinTuck from "./figures/chin-tuck.json";
import chopLift from "./figures/chop-lift.json";
import clamshell from "./figures/clamshell.json";
import curlUp from "./figures/curl-up.json";
import deadBug from "./figures/dead-bug.json";
import deepNeckFlexorNod from "./figures/deep-neck-flexor-nod.json";
import diaphragmaticBreathing from "./figures/diaphragmatic-breathing.json";
import elliptical from "./figures/elliptical.json";
import farmerCarry from "./figures/farmer-carry.json";
import femoralSlider from "./figures/femoral-slider.json";
import floorLiftTraining from "./figures/floor-lift-training.json";
import frontPlank from "./figures/front-plank.json";
import gentleYoga from "./figures/gentle-yoga.json";
import gluteSet from "./figures/glute-set.json";
import gobletSquat from "./figures/goblet-squat.json";
import heelRaise from "./figures/heel-raise.json";
import heelSlide from "./figures/heel-slide.json";
import hipAbductionSidelying from "./figures/hip-abduction-sidelying.json";
import hipFlexorStretch from "./figures/hip-flexor-stretch.json";
import hipHingeDrill from "./figures/hip-hinge-drill.json";
import latPulldown from "./figures/lat-pulldown.json";
import legPress from "./figures/leg-press.json";
import loadedHipHinge from "./figures/loaded-hip-hinge.json";
import logRollTransfer from "./figures/log-roll-transfer.json";
import lowerTrunkRotation from "./figures/lower-trunk-rotation.json";
import lumbarDiagonalRotation from "./figures/lumbar-diagonal-rotation.json";
import lumbarSideBend from "./figures/lumbar-side-bend.json";
import lunge from "./figures/lunge.json";
import medianSlider from "./figures/median-slider.json";
import miniSquat from "./figures/mini-squat.json";
import modifiedPlank from "./figures/modified-plank.json";
import multifidusIsometric from "./figures/multifidus-isometric.json";
import neckRolls from "./figures/neck-rolls.json";
import overheadPress from "./figures/overhead-press.json";
import pacedActivityQuota from "./figures/paced-activity-quota.json";
import pallofPress from "./figures/pallof-press.json";
import pecDoorwayStretch from "./figures/pec-doorway-stretch.json";
import pelvicTilt from "./figures/pelvic-tilt.json";
import pilatesMat from "./figures/pilates-mat.json";
import piriformisStretch from "./figures/piriformis-stretch.json";
import proneHipExtension from "./figures/prone-hip-extension.json";
import proneKneeBend from "./figures/prone-knee-bend.json";
import proneLying from "./figures/prone-lying.json";
import pronePressUp from "./figures/prone-press-up.json";
import proneTrunkExtension from "./figures/prone-trunk-extension.json";
import pushUp from "./figures/push-up.json";
import quadSet from "./figures/quad-set.json";
import quadStretch from "./figures/quad-stretch.json";
import quadrupedRock from "./figures/quadruped-rock.json";
import recumbentBike from "./figures/recumbent-bike.json";
import relaxation from "./figures/relaxation.json";
import runWalk from "./figures/run-walk.json";
import scapularRetraction from "./figures/scapular-retraction.json";
import sciaticSlider from "./figures/sciatic-slider.json";
import seatedArmRow from "./figures/seated-arm-row.json";
import seatedHamstringStretch from "./figures/seated-hamstring-stretch.json";
import seatedKneeExtension from "./figures/seated-knee-extension.json";
import serratusPunch from "./figures/serratus-punch.json";
import shoulderShrug from "./figures/shoulder-shrug.json";
import sidePlankKnees from "./figures/side-plank-knees.json";
import singleKneeToChest from "./figures/single-knee-to-chest.json";
import singleLegStance from "./figures/single-leg-stance.json";
import sitToBridgeBall from "./figures/sit-to-bridge-ball.json";
import sitToStand from "./figures/sit-to-stand.json";
import stairClimber from "./figures/stair-climber.json";
import stairWalking from "./figures/stair-walking.json";
import standingBackExtension from "./figures/standing-back-extension.json";
import standingHipBand from "./figures/standing-hip-band.json";
import stepUp from "./figures/step-up.json";
import supineHamstringStretch from "./figures/supine-hamstring-stretch.json";
import supineMarch from "./figures/supine-march.json";
import swimLaps from "./figures/swim-laps.json";
import taBracing from "./figures/ta-bracing.json";
import tandemWalk from "./figures/tandem-walk.json";
import thoracicExtensionChair from "./figures/thoracic-extension-chair.json";
import treadmillWalk from "./figures/treadmill-walk.json";
import tricepsPress from "./figures/triceps-press.json";
import ube from "./figures/ube.json";
import upperBackStretch from "./figures/upper-back-stretch.json";
import upperLimbActiveRom from "./figures/upper-limb-active-rom.json";
import upperTrapStretch from "./figures/upper-trap-stretch.json";
import uprightBike from "./figures/upright-bike.json";
import walkBrisk from "./figures/walk-brisk.json";
import walkShort from "./figures/walk-short.json";
import wallPushUp from "./figures/wall-push-up.json";
import wallSlide from "./figures/wall-slide.json";
import wallSquat from "./figures/wall-squat.json";
import waterAerobics from "./figures/water-aerobics.json";
import waterWalking from "./figures/water-walking.json";
import weightShift from "./figures/weight-shift.json";
import workSimulation from "./figures/work-simulation.json";
import yogaWithTwist from "./figures/yoga-with-twist.json";

/** The figures that ship, by the exercise's id. Written by `npm run figures`. */
export const figures = Object.fromEntries(
  Object.entries({
    "adductor-ball-squeeze": adductorBallSqueeze,
    "ankle-pumps": anklePumps,
    "ankle-rotations": ankleRotations,
    "aquatic-core": aquaticCore,
    "arm-raise-seated": armRaiseSeated,
    "arm-raise-standing": armRaiseStanding,
    "back-extension-machine": backExtensionMachine,
    "ball-seated-march": ballSeatedMarch,
    "band-pull": bandPull,
    "band-row": bandRow,
    "bent-knee-fallout": bentKneeFallout,
    "biceps-curl": bicepsCurl,
    "bird-dog": birdDog,
    "bridge-march": bridgeMarch,
    bridge,
    "calf-stretch": calfStretch,
    "cat-camel": catCamel,
    "cervical-arom": cervicalArom,
    "cervical-isometric": cervicalIsometric,
    "cervical-rotation-arom": cervicalRotationArom,
    "chest-press": chestPress,
    "child-pose": childPose,
    "chin-tuck": chinTuck,
    "chop-lift": chopLift,
    clamshell,
    "curl-up": curlUp,
    "dead-bug": deadBug,
    "deep-neck-flexor-nod": deepNeckFlexorNod,
    "diaphragmatic-breathing": diaphragmaticBreathing,
    elliptical,
    "farmer-carry": farmerCarry,
    "femoral-slider": femoralSlider,
    "floor-lift-training": floorLiftTraining,
    "front-plank": frontPlank,
    "gentle-yoga": gentleYoga,
    "glute-set": gluteSet,
    "goblet-squat": gobletSquat,
    "heel-raise": heelRaise,
    "heel-slide": heelSlide,
    "hip-abduction-sidelying": hipAbductionSidelying,
    "hip-flexor-stretch": hipFlexorStretch,
    "hip-hinge-drill": hipHingeDrill,
    "lat-pulldown": latPulldown,
    "leg-press": legPress,
    "loaded-hip-hinge": loadedHipHinge,
    "log-roll-transfer": logRollTransfer,
    "lower-trunk-rotation": lowerTrunkRotation,
    "lumbar-diagonal-rotation": lumbarDiagonalRotation,
    "lumbar-side-bend": lumbarSideBend,
    lunge,
    "median-slider": medianSlider,
    "mini-squat": miniSquat,
    "modified-plank": modifiedPlank,
    "multifidus-isometric": multifidusIsometric,
    "neck-rolls": neckRolls,
    "overhead-press": overheadPress,
    "paced-activity-quota": pacedActivityQuota,
    "pallof-press": pallofPress,
    "pec-doorway-stretch": pecDoorwayStretch,
    "pelvic-tilt": pelvicTilt,
    "pilates-mat": pilatesMat,
    "piriformis-stretch": piriformisStretch,
    "prone-hip-extension": proneHipExtension,
    "prone-knee-bend": proneKneeBend,
    "prone-lying": proneLying,
    "prone-press-up": pronePressUp,
    "prone-trunk-extension": proneTrunkExtension,
    "push-up": pushUp,
    "quad-set": quadSet,
    "quad-stretch": quadStretch,
    "quadruped-rock": quadrupedRock,
    "recumbent-bike": recumbentBike,
    relaxation,
    "run-walk": runWalk,
    "scapular-retraction": scapularRetraction,
    "sciatic-slider": sciaticSlider,
    "seated-arm-row": seatedArmRow,
    "seated-hamstring-stretch": seatedHamstringStretch,
    "seated-knee-extension": seatedKneeExtension,
    "serratus-punch": serratusPunch,
    "shoulder-shrug": shoulderShrug,
    "side-plank-knees": sidePlankKnees,
    "single-knee-to-chest": singleKneeToChest,
    "single-leg-stance": singleLegStance,
    "sit-to-bridge-ball": sitToBridgeBall,
    "sit-to-stand": sitToStand,
    "stair-climber": stairClimber,
    "stair-walking": stairWalking,
    "standing-back-extension": standingBackExtension,
    "standing-hip-band": standingHipBand,
    "step-up": stepUp,
    "supine-hamstring-stretch": supineHamstringStretch,
    "supine-march": supineMarch,
    "swim-laps": swimLaps,
    "ta-bracing": taBracing,
    "tandem-walk": tandemWalk,
    "thoracic-extension-chair": thoracicExtensionChair,
    "treadmill-walk": treadmillWalk,
    "triceps-press": tricepsPress,
    ube,
    "upper-back-stretch": upperBackStretch,
    "upper-limb-active-rom": upperLimbActiveRom,
    "upper-trap-stretch": upperTrapStretch,
    "upright-bike": uprightBike,
    "walk-brisk": walkBrisk,
    "walk-short": walkShort,
    "wall-push-up": wallPushUp,
    "wall-slide": wallSlide,
    "wall-squat": wallSquat,
    "water-aerobics": waterAerobics,
    "water-walking": waterWalking,
    "weight-shift": weightShift,
    "work-simulation": workSimulation,
    "yoga-with-twist": yogaWithTwist,
  }).map(([id, record]) => [id, figureSchema.parse(record)]),
);
