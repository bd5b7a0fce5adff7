export { confirmTotp } from './authenticator-app.ts';
export { afterEnrolment, dropSecondFactors, hasOtherFactor, markEnrolled, storeTotp } from './enrolment.ts';
export { secondFactorRoutes } from './routes.ts';
export { secondFactorState } from './state.ts';
export { currentCodeOf, newBackupCodes, storedSecret } from './totp.ts';
export { isUsedCode, useCode } from './use-code.ts';
