export {
  WAYS,
  type AddressedLetter,
  type Carrier,
  type Outcome,
  type ProviderHealth,
  type Way,
  type Ways,
} from './carrier.ts';
export { checkDeliveries } from './check-deliveries.ts';
export { countDeliveries } from './count-deliveries.ts';
export { failover } from './failover.ts';
export { listFailed } from './list-failed.ts';
export { providersHealth } from './providers-health.ts';
export { noteRefusal, refusalsOfHour } from './provider-refusals.ts';
export {
  holdProviderRules,
  inOrder,
  isRested,
  orderProviders,
  readProviderRules,
  restProvider,
  type ProviderRules,
} from './provider-rules.ts';
export { deliveryOfMessage, noteReceipt, OWN_NAMES, type Receipt } from './receipts.ts';
export { releaseHeld, TIDY_TASK } from './release-held.ts';
export { requestNotification } from './request-notification.ts';
export type { ReporterAtDoor, ReportAtDoor } from './reporter-at-door.ts';
export {
  directMessage,
  phoneMessage,
  sendAnswer,
  sendMessage,
  sendPhoneMessage,
  type Answer,
  type DirectMessage,
  type PhoneMessage,
} from './send-message.ts';
export { sendDelivery } from './send-delivery.ts';
export { SEND_ANSWER_TASK, SEND_CODE_TASK, SEND_TASK } from './send-task.ts';
export { costOfMonths, insertPrice, pricesFrom } from './prices.ts';
export { costOfDays, dayOf } from './sending-day.ts';
export { tidyDelivery } from './tidy.ts';
export { DEFAULT_QUIET_HOURS, type QuietHours } from './when-to-send.ts';
