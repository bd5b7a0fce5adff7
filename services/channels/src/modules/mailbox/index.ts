export { createMailbox, type Mailbox, type MailboxMessage } from './repository.ts';
export { mailboxRoutes } from './routes.ts';
