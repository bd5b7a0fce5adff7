export { httpMailer, type AccountMessage, type AccountTemplate, type Mailer } from './mailer.ts';
export { tellHolder } from './tell-holder.ts';
