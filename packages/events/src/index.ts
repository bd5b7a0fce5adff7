export {
  catalogue,
  type EventOf,
  type EventType,
  type PayloadOf,
  type ReportTransitioned,
} from './catalogue.ts';
export {
  isDuty,
  isDutySql,
  isOverdue,
  STEP_KINDS,
  TIMER_CLOCKS,
  type StepKind,
  type TimerClock,
} from './duty.ts';
export { eventTables } from './tables.ts';
export { appendEvents, eventInserts, type EventInserts, type NewEvent } from './append.ts';
export { createDelivery, type Delivery, type DeliveryOptions, type Receiver } from './delivery.ts';
export { receiveEvents, type DeliveredEvent, type EventHandlers, type Receipt } from './receive.ts';
export { httpReceiver } from './http-receiver.ts';
export type { OutboxHealth } from './outbox-health.ts';
