export {
  httpContactBook,
  toHeadContact,
  toLetterContact,
  toOfficerContact,
  type Contact,
  type ContactBook,
  type Recipient,
} from './contact-book.ts';
export { httpAdminBook, type AdminBook } from './admin-book.ts';
export { httpReplyBook } from './reply-book.ts';
