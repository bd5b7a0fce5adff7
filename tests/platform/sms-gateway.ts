import { createHmac } from 'node:crypto';

/** Calls a platform as the gateway for short messages does, signed with this secret. */
export function callAsGateway(
  origin: string,
  secret: string,
  message: object,
  now = Date.now(),
): Promise<Response> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(now / 1_000));
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return fetch(`${origin}/channels/sms`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-lapor-timestamp': timestamp,
      'x-lapor-signature': `v1=${digest}`,
    },
    body,
  });
}
