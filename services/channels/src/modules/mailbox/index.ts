export { createMailbox, MAILBOX, type Mailbox, type MailboxMessage } from './repository.ts';
export { mailboxRoutes } from './routes.ts';
