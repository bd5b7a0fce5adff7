import { join } from 'node:path';
import type { Secrets } from '@lapor/platform';
import { checkout } from '../checkout.ts';

/** Everything of the benchmark lies here: the database server, files, what was generated. Removed, it is made anew. */
export const FOLDER = join(checkout, '.cache/bench');

/** Loopback only, below the range from which the system gives ports away. */
export const PORTS = { database: 15_640, platform: 23_440, bareServer: 23_441 } as const;

const secret = (name: string) => `only-for-the-benchmark-on-loopback-${name}`;
export const SECRETS: Secrets = {
  service: secret('service'),
  reports: secret('reports'),
  organisations: secret('organisations'),
  auth: secret('auth'),
};
export const DATABASE_PASSWORD = secret('database');

/** Officers of the organisations with most reports: each opens the inbox of one. */
export const OFFICERS = 8;
export const officerMail = (index: number): string => `petugas-${index}@bench.contoh.go.id`;
export const OFFICER_PASSWORD = 'kata sandi panjang untuk uji beban';
export const OFFICER_TOTP_SECRET = 'kode-kedua-untuk-uji-beban';
