export { startChannels, type Channels, type ChannelsConfig } from './service.ts';
export type { Contact, ContactBook, Recipient } from './modules/contacts/index.ts';
export { toHeadContact, toLetterContact, toOfficerContact } from './modules/contacts/index.ts';
export type { DirectMessage, PhoneMessage } from './modules/delivery/index.ts';
export { gatewaysOf } from './modules/sms/index.ts';
export { DIRECT_TEMPLATES, REPORT_TEMPLATES } from './modules/templates/index.ts';
export { doorFaults, doorSettings, doorsOf } from './door-settings.ts';
export type { OpenDoors } from './doors.ts';
