export { httpContactBook, type Contact, type ContactBook, type Recipient } from './contact-book.ts';
