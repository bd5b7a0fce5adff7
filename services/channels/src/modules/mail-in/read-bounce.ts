/** What a delivery status notification says of one of our messages. */
export interface Bounce {
  /** As it stood in the Message-ID, before the @: the delivery's. */
  deliveryId: string;
  arrived: boolean;
}

/** Names of deliveries, and little else. */
const ID = /<([a-z0-9][a-z0-9:._-]{7,100})@([a-z0-9.-]{1,190})>/giu;

/**
 * Reads a notification (RFC 3464). It counts when it says what became of the mail for good, and quotes the Message-ID of one that we
 * sent; "delayed" is not for good.
 */
export function readBounce(status: string, quoted: string, domain: string): Bounce[] {
  const [, action = ''] = /^action:\s*([a-z]+)/imu.exec(status) ?? [];
  const arrived = { failed: false, delivered: true }[action.toLowerCase()];
  if (arrived === undefined) return [];
  const ids = [...quoted.slice(0, 100_000).matchAll(ID)]
    .filter(([, , at]) => at!.toLowerCase() === domain.toLowerCase())
    .map(([, id]) => id!);
  return [...new Set(ids)].slice(0, 5).map((deliveryId) => ({ deliveryId, arrived }));
}
