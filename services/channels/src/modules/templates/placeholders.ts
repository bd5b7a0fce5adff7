import { formatReportNumber } from '@lapor/wording';
import { longDay } from './days.ts';
import { plainFacts, type Facts } from './facts.ts';
import { lines, type Parts } from './render.ts';
import type { ShortParts } from './render-short.ts';
import {
  isFollowerTemplate,
  isReportTemplate,
  isSecretLinkTemplate,
  type Language,
  type Template,
} from './template.ts';
import type { Medium } from './wording.ts';

/** What a wording of a template may say, and what it has to. */
export interface Placeholders {
  allowed: readonly string[];
  /** Each of them, or one of those between "/". */
  required: readonly string[];
  /** In the subject: never a code, never a link. */
  inSubject: readonly string[];
  /** Has to end a short message, because it comes whole. */
  last: string | null;
}

/** Facts of each template; nothing else may be said. `isi`, `petunjuk`: the first paragraph of the built-in mail, and the others. */
const FACTS: Readonly<Record<Template, readonly string[]>> = {
  'report-received': ['nomor', 'tenggat'],
  'report-routed': ['nomor', 'instansi'],
  'report-answered': ['nomor', 'instansi'],
  'report-completed': ['nomor'],
  'report-asks-for-data': ['nomor', 'tenggat'],
  'report-asks-for-information': ['nomor', 'instansi'],
  'report-archived': ['nomor'],
  'report-closing-soon': ['nomor', 'tenggat'],
  'report-identity-read': ['nomor', 'instansi'],
  'report-withheld': ['nomor'],
  'report-redacted': ['nomor'],
  'report-file-sealed': ['nomor'],
  'report-linked': ['nomor'],
  'master-answered': ['nomor', 'instansi'],
  'master-ended': ['nomor'],
  'report-message': ['nomor', 'instansi'],
  'access-code-renewed': ['nomor'],
  'access-code-lost': ['nomor'],
  'hand-over': ['nomor', 'instansi', 'pimpinan', 'tenggat'],
  'oversight-letter': ['nomor', 'surat'],
  'officer-mentioned': ['nomor'],
  'answer-waiting': ['nomor'],
  'warning-digest': ['judul'],
  'webhook-disabled': ['nama', 'alamat'],
  'followed-report-changed': ['nomor', 'instansi'],
  'followed-area-news': ['jumlah', 'wilayah'],
  'sign-in-code': [],
  'password-reset-code': [],
  'account-deletion-code': [],
  invitation: [],
  'invitation-renewed': [],
  'password-changed': [],
  'second-factor-changed': [],
  'address-changing': [],
  'account-deleted': [],
  'phone-code': [],
};

/** Paragraphs of the built-in mail that depend on what happened: whoever writes anew keeps them. */
const DEPENDING: Readonly<Partial<Record<Template, readonly string[]>>> = {
  'report-received': ['petunjuk'],
  'report-answered': ['isi', 'petunjuk'],
  'report-completed': ['petunjuk'],
  'report-asks-for-data': ['petunjuk'],
  'report-archived': ['isi', 'petunjuk'],
  'report-closing-soon': ['isi', 'petunjuk'],
  'report-file-sealed': ['isi', 'petunjuk'],
  'report-linked': ['petunjuk'],
  'master-answered': ['isi'],
  'master-ended': ['isi'],
  'access-code-lost': ['petunjuk'],
  'access-code-renewed': ['petunjuk'],
  'warning-digest': ['isi', 'petunjuk'],
  'webhook-disabled': ['isi', 'petunjuk'],
  'followed-report-changed': ['isi'],
  'followed-area-news': ['isi'],
  'sign-in-code': ['petunjuk'],
  'password-reset-code': ['petunjuk'],
  'account-deletion-code': ['petunjuk'],
  invitation: ['petunjuk'],
  'invitation-renewed': ['petunjuk'],
  'password-changed': ['isi', 'petunjuk'],
  'second-factor-changed': ['isi', 'petunjuk'],
  'address-changing': ['petunjuk'],
};

const CODES: ReadonlySet<string> = new Set([
  'sign-in-code',
  'password-reset-code',
  'account-deletion-code',
  'phone-code',
]);
const NOTICES: ReadonlySet<string> = new Set([
  'password-changed',
  'second-factor-changed',
  'address-changing',
  'account-deleted',
]);

/** What a wording of this template may and must hold. */
export function placeholdersOf(template: Template, medium: Medium): Placeholders {
  const facts = FACTS[template];
  if (template === 'phone-code') return { allowed: ['kode'], required: ['kode'], inSubject: [], last: null };
  if (medium !== 'MAIL') {
    const last = isSecretLinkTemplate(template) ? 'tautan' : 'perintah';
    const named = facts.filter((name) => name === 'nomor' || name === 'instansi');
    return { allowed: [...named, 'isi', last], required: ['nomor/isi', last], inSubject: [], last };
  }
  const depending = DEPENDING[template] ?? [];
  const page = CODES.has(template) || NOTICES.has(template) ? [] : ['tautan'];
  const leave = isFollowerTemplate(template) || isReportTemplate(template) ? ['berhenti'] : [];
  const code = CODES.has(template) ? ['kode'] : [];
  const number = facts.includes('nomor')
    ? [depending.includes('isi') ? 'nomor/isi' : 'nomor']
    : depending.includes('isi')
      ? ['isi']
      : [];
  const rest = depending.filter((name) => name === 'petunjuk');
  return {
    allowed: [
      ...new Set([
        ...facts.filter((name) => name !== 'judul'),
        ...code,
        'isi',
        'petunjuk',
        ...page,
        ...leave,
        'penutup',
      ]),
    ],
    required: [...number, ...code, ...rest, ...page, 'penutup', ...leave],
    inSubject: facts,
    last: null,
  };
}

/** Which fact is the deadline. */
const DEADLINES: Readonly<Partial<Record<Template, string>>> = {
  'hand-over': 'expiresOn',
  'report-closing-soon': 'closesOn',
};

type Values = Readonly<Record<string, string>>;

/** What is said where a fact is missing: a sentence without a hole. */
const MISSING = {
  id: {
    instansi: 'instansi yang berwenang',
    tenggat: 'batas waktunya',
    pimpinan: 'pimpinan instansi',
    jumlah: 'Beberapa',
    wilayah: 'wilayah yang Anda ikuti',
  },
  en: {
    instansi: 'the agency in charge',
    tenggat: 'the last day',
    pimpinan: 'head of the agency',
    jumlah: 'Some',
    wilayah: 'an area that you follow',
  },
} as const;

/** Values for a mail, or for the code by phone; one that cannot be told is empty. */
export function valuesOf(
  template: Template,
  facts: Facts,
  language: Language,
  { subject, paragraphs, page, ending = '', leave }: Parts,
): Values {
  const plain = plainFacts(facts);
  const missing = MISSING[language];
  const [first = '', ...others] = paragraphs;
  const values: Record<string, string> = {
    nomor: plain.number ? formatReportNumber(plain.number.replace(/\s/g, '')) : '',
    instansi: plain.organisationName ?? missing.instansi,
    tenggat: longDay(plain[DEADLINES[template] ?? 'dueOn'], language) ?? missing.tenggat,
    pimpinan: [plain.headTitle, plain.headName].filter(Boolean).join(', ') || missing.pimpinan,
    surat: plain.letterNumber ?? '',
    nama: plain.label ?? '',
    alamat: plain.host ?? '',
    jumlah: plain.count ?? missing.jumlah,
    wilayah: plain.areaName ?? missing.wilayah,
    judul: subject,
    kode: plain.code ?? '',
    isi: first,
    petunjuk: others.join('\n\n'),
    tautan: page?.url ?? '',
    berhenti: leave ? lines(leave) : '',
    penutup: ending,
  };
  const { allowed, inSubject } = placeholdersOf(template, template === 'phone-code' ? 'PHONE' : 'MAIL');
  return Object.fromEntries([...allowed, ...inSubject].map((name) => [name, values[name] ?? '']));
}

/** Values for a short message. */
export function shortValuesOf(
  template: Template,
  language: Language,
  { number, organisationName, sentence, tail }: ShortParts,
): Values {
  const values: Record<string, string> = {
    nomor: number,
    instansi: organisationName ?? MISSING[language].instansi,
    isi: sentence,
    perintah: tail,
    tautan: tail,
  };
  const { allowed } = placeholdersOf(template, 'PHONE');
  return Object.fromEntries(allowed.map((name) => [name, values[name] ?? '']));
}
