import { percent, told } from './suppression.ts';
import type { StepCount, StepFigures } from './graphql/step-figures.ts';
import { stepTotal, type StepSums } from './read-steps.ts';
import { stepsKeptBack, type StepsKeptBack } from './steps-kept-back.ts';

/**
 * What is told of steps that ended; each number that would tell another one that is kept back goes with it. Pure.
 * @param kept what the other rows of the table ask to be kept back; without it the row stands alone.
 */
export function tellSteps(
  sums: readonly StepSums[],
  isExact: boolean,
  kept: StepsKeptBack = stepsKeptBack(new Map([['', sums]]), new Set()).get('')!,
): StepFigures {
  const all = !isExact && kept.has('ALL') ? NOTHING : tellPair(stepTotal(sums), isExact);
  return {
    ...all,
    byStep: sums.map((one): StepCount => ({
      step: one.step,
      ...(!isExact && (all.onTime === null || kept.has(one.step)) ? NOTHING : tellPair(one, isExact)),
    })),
  };
}

const NOTHING = { onTime: null, late: null, onTimeRate: null };

/** Both numbers or none: with the sum and one of them the other is told. */
function tellPair({ on_time, late }: { on_time: number; late: number }, isExact: boolean) {
  const isTold = told(on_time, isExact) !== null && told(late, isExact) !== null;
  return isTold ? { onTime: on_time, late, onTimeRate: percent(on_time, on_time + late, isExact) } : NOTHING;
}
