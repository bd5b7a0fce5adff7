export { httpPhoneMessenger, type PhoneCode, type PhoneMessenger } from './phone-messenger.ts';
export { findPhone } from './phone-number.ts';
export { phoneRoutes } from './routes.ts';
