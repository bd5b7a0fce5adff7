export {
  countAttempt,
  CONFIRMATION_LIMIT,
  MAIL_LIMITS,
  PASSWORD_LIMIT,
  PASSWORD_LIMIT_OF_SOURCE,
  PHONE_LIMITS,
  type AttemptLimit,
  type LimitDeps,
} from './attempts.ts';
