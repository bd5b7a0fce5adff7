/** Answers of SMPP 3.4, 5.1.3, that we give or look at. */
export const STATUS = {
  OK: 0x00,
  INVALID_MESSAGE_LENGTH: 0x01,
  INVALID_LENGTH: 0x02,
  INVALID_COMMAND: 0x03,
  INVALID_DESTINATION: 0x0b,
  QUEUE_FULL: 0x14,
  INVALID_DESTINATION_TON: 0x50,
  INVALID_DESTINATION_NPI: 0x51,
  THROTTLED: 0x58,
  TEMPORARY: 0x64,
  PERMANENT: 0x65,
} as const;

/** The message itself is at fault, or its number; everything else may be better next time, or at another provider. */
export const FOR_GOOD: ReadonlySet<number> = new Set([
  STATUS.INVALID_MESSAGE_LENGTH,
  STATUS.INVALID_DESTINATION,
  STATUS.INVALID_DESTINATION_TON,
  STATUS.INVALID_DESTINATION_NPI,
]);

/** The operator wants us to be slower. */
export const SLOW_DOWN: ReadonlySet<number> = new Set([STATUS.QUEUE_FULL, STATUS.THROTTLED]);

/** "SMPP_58", as SMTP and HTTP codes are recorded. */
export const reasonOf = (status: number): string =>
  `SMPP_${status.toString(16).toUpperCase().padStart(2, '0')}`;
