export type { AddressedLetter, Carrier, Outcome } from './carrier.ts';
export { requestNotification } from './request-notification.ts';
export { directMessage, sendMessage, type DirectMessage } from './send-message.ts';
export { sendDelivery, SEND_TASK } from './send-delivery.ts';
