export { contactForMessage, type MessageContact } from './contact-for-message.ts';
export { noteHeldMessages, noteToldMessages } from './told-messages.ts';
export { unsubscribeRoutes } from './routes.ts';
export { openByReply, type OpenedByReply } from './open-by-reply.ts';
export { readReplyToken } from './unsubscribe-token.ts';
