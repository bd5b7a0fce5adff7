export {
  countAttempt,
  countMail,
  countMailOfHolder,
  CONFIRMATION_LIMIT,
  PASSWORD_LIMIT,
  PASSWORD_LIMIT_OF_SOURCE,
  PHONE_LIMITS,
  type AttemptLimit,
  type LimitDeps,
} from './attempts.ts';
