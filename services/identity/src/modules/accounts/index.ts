export { registerStaff, type RegisterDeps, type StaffInput } from './register-staff.ts';
export { currentTotp, type CurrentCode } from './current-totp.ts';
export { emailOfAccount } from './email-of-account.ts';
