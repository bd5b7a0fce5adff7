export {
  type Outcome,
  type Refusal,
  type RefusalCode,
  type UseCaseDependencies,
  refused,
} from './outcome.ts';
