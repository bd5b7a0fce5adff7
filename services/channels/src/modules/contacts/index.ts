export {
  httpContactBook,
  toHeadContact,
  toLetterContact,
  toOfficerContact,
  type Contact,
  type ContactBook,
  type Recipient,
} from './contact-book.ts';
export { httpReplyBook } from './reply-book.ts';
