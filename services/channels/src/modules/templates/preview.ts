import { render, type Letter } from './render.ts';
import { renderShort } from './render-short.ts';
import {
  CODE_TEMPLATES,
  DIGEST_TEMPLATES,
  FOLLOWER_TEMPLATES,
  HEAD_TEMPLATES,
  INVITATION_TEMPLATES,
  LETTER_TEMPLATES,
  NOTICE_TEMPLATES,
  OFFICER_TEMPLATES,
  PHONE_TEMPLATES,
  REPORT_TEMPLATES,
  SECRET_LINK_TEMPLATES,
  WEBHOOK_TEMPLATES,
  isReportTemplate,
  isSecretLinkTemplate,
  type Language,
  type Template,
} from './template.ts';

/** By what a template may go, as deliveries name it. */
export type PreviewWay = 'MAIL' | 'PHONE' | 'TELEGRAM' | 'WHATSAPP' | 'X';

/** A reporter is told by the door that the report came by, or by mail, or by phone. */
const OF_REPORTERS: readonly PreviewWay[] = ['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X'];

const of = (ways: readonly PreviewWay[], names: readonly Template[]) => names.map((name) => ({ name, ways }));

/** Every template, and the ways that it may go by. */
export const TEMPLATE_NAMES: readonly { name: Template; ways: readonly PreviewWay[] }[] = [
  ...of(OF_REPORTERS, REPORT_TEMPLATES),
  ...of(OF_REPORTERS, SECRET_LINK_TEMPLATES),
  ...of(['MAIL'], FOLLOWER_TEMPLATES),
  ...of(['MAIL'], HEAD_TEMPLATES),
  ...of(['MAIL'], LETTER_TEMPLATES),
  ...of(['MAIL'], OFFICER_TEMPLATES),
  ...of(['MAIL'], DIGEST_TEMPLATES),
  ...of(['MAIL'], WEBHOOK_TEMPLATES),
  ...of(['MAIL'], CODE_TEMPLATES),
  ...of(['MAIL'], INVITATION_TEMPLATES),
  ...of(['MAIL'], NOTICE_TEMPLATES),
  ...of(['PHONE'], PHONE_TEMPLATES),
];

const TOKEN = 'contoh'.padEnd(45, 'x');

/** Made up, and like real ones in length: whoever reads a preview sees what a person would get. */
const SAMPLE: Readonly<Record<string, string>> = {
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

/** A template as it leaves by one way, with made-up facts. */
export function previewTemplate(
  template: Template,
  way: PreviewWay,
  language: Language,
  publicUrl: string,
): Letter {
  if (way !== 'MAIL' && (isReportTemplate(template) || isSecretLinkTemplate(template)))
    return renderShort(template, SAMPLE, language, publicUrl, {
      shortCode: 'K1',
      words: ANSWERS.has(template) ? QUOTED : null,
    });
  return render(template, SAMPLE, language, publicUrl);
}
