import { createHmac } from 'node:crypto';

/** Password of a service's database role, derived from the platform's secret. */
export const keyedPassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
