export { smtpCarrier, type SmtpOptions } from './smtp-carrier.ts';
