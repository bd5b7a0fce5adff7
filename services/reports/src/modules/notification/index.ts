export { contactForMessage, type MessageContact } from './contact-for-message.ts';
export { unsubscribeRoutes } from './routes.ts';
export { readReplyToken } from './unsubscribe-token.ts';
