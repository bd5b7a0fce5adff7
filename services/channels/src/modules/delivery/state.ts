/** `ARRIVED`, `NOT_ARRIVED`: the other side said so later. */
export type DeliveryState =
  'WAITING' | 'SENDING' | 'SENT' | 'ARRIVED' | 'NOT_ARRIVED' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN';
