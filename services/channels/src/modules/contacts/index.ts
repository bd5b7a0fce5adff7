export {
  httpContactBook,
  toHeadContact,
  toOfficerContact,
  type Contact,
  type ContactBook,
  type Recipient,
} from './contact-book.ts';
