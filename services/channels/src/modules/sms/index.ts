export { smsDoor } from './door.ts';
export { gatewaysOf, httpSmsCarrier, type SmsGateway } from './http-carrier.ts';
export { smsRoutes } from './routes.ts';
