import type { Quoted } from './render-short.ts';

const TOKEN = 'contoh'.padEnd(45, 'x');

/** Made up, and like real ones in length: whoever reads a preview sees what a person would get. */
export const SAMPLE: Readonly<Record<string, string>> = {
  number: '48213097',
  dueOn: '2026-11-26',
  organisationName: 'Dinas PUPR Kota Contoh',
  kind: 'RESULT',
  reasonCode: 'DUPLICATE',
  closesOn: '2026-12-06',
  sentBy: 'AGENCY',
  masterNumber: '11112222',
  path: `/lacak#kode-${TOKEN}`,
  expiresOn: '2026-12-06',
  headTitle: 'Kepala Dinas',
  headName: 'Nama Pimpinan',
  code: '123456',
  token: TOKEN,
  way: 'RESET',
  change: 'TOTP_ADDED',
  console: 'agency',
  count: '3',
  regionCode: '13.71',
  areaName: 'Kota Contoh',
  categoryName: 'Jalan berlubang',
  unfollowToken: TOKEN,
  unsubscribeToken: TOKEN,
  letterNumber: '0001/LAPOR/XI/2026',
  day: '2026-11-24',
  breach: '2',
  lastDay: '1',
  half: '0',
  line1: '48213097 FOLLOW_UP BREACH 2026-11-23',
  line2: '11112222 RESOLUTION LAST_DAY 2026-11-24',
  label: 'Aplikasi kota',
  host: 'aplikasi.contoh.go.id',
  reason: 'FAILING',
};

const ANSWERS: ReadonlySet<string> = new Set(['report-answered', 'report-message']);
const QUOTED = 'Hasil: Lubang di depan pasar sudah ditambal dan diperiksa.';

/** What a reporter who came by a door is told along. */
export const quotedSample = (template: string): Quoted => ({
  shortCode: 'K1',
  words: ANSWERS.has(template) ? QUOTED : null,
});
