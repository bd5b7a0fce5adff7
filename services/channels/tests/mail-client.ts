import { createTransport, type SendMailOptions } from 'nodemailer';

/** Sends a mail to a server on this machine, as an operator's mail server would. */
export const sendMailTo = (port: number, mail: SendMailOptions) =>
  createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true }).sendMail(mail);
