export {
  type CommonRefusalCode,
  type FieldFault,
  type Outcome,
  type Refusal,
  accepted,
  invalid,
  notFound,
  refused,
} from './outcome.ts';
export { day, faultsOf, givenId, optionallyTyped, requestKey, typed, validate } from './validate.ts';
export { forgetRequests } from './forget-requests.ts';
export { once, requestTables, type RememberedRequest } from './once.ts';
