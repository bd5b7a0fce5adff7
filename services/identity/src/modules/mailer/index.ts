export { httpMailer, type Mailer, type SignInCode } from './mailer.ts';
