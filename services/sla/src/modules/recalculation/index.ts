export {
  finishRecalculations,
  isUnderWay,
  lastRecalculation,
  noteProgress,
  startRecalculation,
  type Recalculation,
} from './repository.ts';
