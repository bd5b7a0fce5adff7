export type { AddressedLetter, Carrier, Outcome } from './carrier.ts';
export { countDeliveries } from './count-deliveries.ts';
export { requestNotification } from './request-notification.ts';
export type { ReporterAtDoor, ReportAtDoor } from './reporter-at-door.ts';
export {
  directMessage,
  phoneMessage,
  sendAnswer,
  sendMessage,
  sendPhoneMessage,
  type DirectMessage,
  type PhoneMessage,
} from './send-message.ts';
export { sendDelivery } from './send-delivery.ts';
export { SEND_TASK } from './send-task.ts';
