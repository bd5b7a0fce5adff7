export {
  type FieldFault,
  type Outcome,
  type Refusal,
  type RefusalCode,
  type UseCaseDependencies,
  accepted,
  invalid,
  notFound,
  refused,
} from './outcome.ts';
export { day, givenId, optionallyTyped, requestKey, typed, validate } from './validate.ts';
