export { confirmHolder, confirmPassword } from './confirm-holder.ts';
export { faultAnswer, faultWords } from './fault-answer.ts';
export { hashPassword } from './hash.ts';
export { passwordFault, SHORTEST, LONGEST, type PasswordFault } from './rule.ts';
export { passwordRoutes } from './routes.ts';
export { storePassword } from './store-password.ts';
