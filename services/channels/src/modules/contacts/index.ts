export {
  httpContactBook,
  toHeadContact,
  type Contact,
  type ContactBook,
  type Recipient,
} from './contact-book.ts';
