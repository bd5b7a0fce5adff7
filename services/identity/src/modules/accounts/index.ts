export { registerAccount, type RegisterDeps, type AccountInput } from './register-account.ts';
export { accountRoutes } from './routes.ts';
export { currentTotp, type CurrentCode } from './current-totp.ts';
export { emailOfAccount } from './email-of-account.ts';
