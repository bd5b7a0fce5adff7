export type { AddressedLetter, Carrier, Outcome } from './carrier.ts';
export { countDeliveries } from './count-deliveries.ts';
export { requestNotification } from './request-notification.ts';
export {
  directMessage,
  phoneMessage,
  sendMessage,
  sendPhoneMessage,
  type DirectMessage,
  type PhoneMessage,
} from './send-message.ts';
export { sendDelivery, SEND_TASK } from './send-delivery.ts';
