import { toE164 } from '@lapor/phone';
import { isAnonymous, requirementOf, type Draft } from './draft.ts';
import { proposeTitle } from './propose-title.ts';

export const steps = ['kejadian', 'tempat', 'kontak', 'periksa'] as const;
export type Step = (typeof steps)[number];

/** How long a text may be, as the server has it. */
export const longest = { text: 4000, title: 150, placeText: 300, name: 120, address: 300 };
/** A slip of the year, not a day on which anything happened that is reported now. */
export const earliestDay = '1900-01-01';
const shortest = { text: 20, title: 5, name: 2, address: 5 };

export type FaultCode =
  'REQUIRED' | 'TOO_SHORT' | 'TOO_LONG' | 'INVALID' | 'IN_THE_FUTURE' | 'CONTACT_NEEDED';

/** Names of the controls; their ids on the page are `field-<name>`. */
export type FieldName =
  | 'text'
  | 'title'
  | 'kind'
  | 'category'
  | 'region'
  | 'placeText'
  | 'occurredOn'
  | 'organisation'
  | 'photos'
  | 'name'
  | 'phone'
  | 'email'
  | 'nik'
  | 'address'
  | 'anonymous';

export interface Fault {
  field: FieldName;
  code: FaultCode;
}

export interface Reporter {
  /** An account answers for name and address of mail; they are not asked again. */
  signedIn: boolean;
}

/** Faults of one step, in the order of its fields. `today` is the local date, "2026-11-24". */
export function checkStep(step: Step, draft: Draft, reporter: Reporter, today: string): Fault[] {
  switch (step) {
    case 'kejadian':
      return checkWhat(draft);
    case 'tempat':
      return checkWhere(draft, today);
    case 'kontak':
      return checkContact(draft, reporter);
    case 'periksa':
      return [];
  }
}

/** The first step that is not in order yet; the last one when all are. */
export function firstOpenStep(draft: Draft, reporter: Reporter, today: string): Step {
  return steps.find((step) => checkStep(step, draft, reporter, today).length > 0) ?? 'periksa';
}

function checkWhat(draft: Draft): Fault[] {
  const faults: Fault[] = [];
  const text = draft.text.trim();
  if (text === '') faults.push({ field: 'text', code: 'REQUIRED' });
  else if (text.length < shortest.text) faults.push({ field: 'text', code: 'TOO_SHORT' });
  else if (text.length > longest.text) faults.push({ field: 'text', code: 'TOO_LONG' });
  const title = titleOf(draft);
  if (text !== '' && title === '') faults.push({ field: 'title', code: 'REQUIRED' });
  else if (text !== '' && title.length < shortest.title) faults.push({ field: 'title', code: 'TOO_SHORT' });
  if (title.length > longest.title) faults.push({ field: 'title', code: 'TOO_LONG' });
  return faults;
}

function checkWhere(draft: Draft, today: string): Fault[] {
  const faults: Fault[] = [];
  if (draft.placeText.trim().length > longest.placeText)
    faults.push({ field: 'placeText', code: 'TOO_LONG' });
  if (draft.occurredOn !== '' && draft.occurredOn < earliestDay)
    faults.push({ field: 'occurredOn', code: 'INVALID' });
  if (draft.occurredOn > today) faults.push({ field: 'occurredOn', code: 'IN_THE_FUTURE' });
  return faults;
}

function checkContact(draft: Draft, { signedIn }: Reporter): Fault[] {
  if (isAnonymous(draft)) return [];
  const faults: Fault[] = [];
  const requirement = requirementOf(draft);
  const needsIdentity = requirement === 'IDENTITY';
  if (needsIdentity && !signedIn && draft.name.trim() === '')
    faults.push({ field: 'name', code: 'REQUIRED' });
  if (draft.name.trim().length > longest.name) faults.push({ field: 'name', code: 'TOO_LONG' });
  if (requirement !== 'NONE' && !signedIn && draft.phone.trim() === '' && draft.email.trim() === '') {
    faults.push({ field: 'phone', code: 'CONTACT_NEEDED' });
  }
  if (draft.phone.trim() !== '' && toE164(draft.phone) === null)
    faults.push({ field: 'phone', code: 'INVALID' });
  if (draft.email.trim() !== '' && !isMailAddress(draft.email))
    faults.push({ field: 'email', code: 'INVALID' });
  if (needsIdentity && draft.nik.trim() === '') faults.push({ field: 'nik', code: 'REQUIRED' });
  else if (needsIdentity && !isNik(draft.nik)) faults.push({ field: 'nik', code: 'INVALID' });
  const address = draft.address.trim();
  if (needsIdentity && address !== '' && address.length < shortest.address) {
    faults.push({ field: 'address', code: 'TOO_SHORT' });
  }
  if (address.length > longest.address) faults.push({ field: 'address', code: 'TOO_LONG' });
  return faults;
}

/** The title that will be sent: the own one, else the proposed one. */
export const titleOf = (draft: Draft): string => (draft.title ?? proposeTitle(draft.text)).trim();

const digitsOf = (text: string) => text.replace(/[\s().-]/g, '');

export const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** 16 digits that begin with the code of a province; nothing else is read from it. */
export const isNik = (text: string): boolean => /^(?:1[1-9]|[2-8]\d|9[0-7])\d{14}$/.test(digitsOf(text));

/** Which step and control a fault of the server belongs to; `path` is like "input.reporter.phone". */
export function locateFault(path: string): { step: Step; field: FieldName } {
  const name = path.replace(/^input\./, '').replace(/^reporter\./, '');
  const field = serverFields[name.replace(/[.[].*$/, '')] ?? 'text';
  return { field, step: stepOf[field] };
}

const serverFields: Record<string, FieldName> = {
  text: 'text',
  title: 'title',
  kind: 'kind',
  categoryId: 'category',
  regionCode: 'region',
  point: 'region',
  placeText: 'placeText',
  occurredOn: 'occurredOn',
  suggestedOrganisationId: 'organisation',
  filedOnPageOf: 'organisation',
  attachmentIds: 'photos',
  name: 'name',
  phone: 'phone',
  email: 'email',
  nik: 'nik',
  address: 'address',
  reporter: 'phone',
  isAnonymous: 'anonymous',
};

const stepOf: Record<FieldName, Step> = {
  text: 'kejadian',
  title: 'kejadian',
  kind: 'kejadian',
  category: 'kejadian',
  region: 'tempat',
  placeText: 'tempat',
  occurredOn: 'tempat',
  organisation: 'tempat',
  photos: 'kontak',
  name: 'kontak',
  phone: 'kontak',
  email: 'kontak',
  nik: 'kontak',
  address: 'kontak',
  anonymous: 'kontak',
};

export const fieldId = (field: FieldName): string => `field-${field}`;

/** Which answer is to be changed, from the query of a step's address; whoever has changed it is led back to the last step. */
export function changedField(query: string): FieldName | null {
  const asked = new URLSearchParams(query).get('ubah') ?? '';
  return Object.hasOwn(stepOf, asked) ? (asked as FieldName) : null;
}

const pathOfStep = (step: Step): string => (step === 'kejadian' ? '/lapor' : `/lapor/${step}`);

/** Address of a step; with the field, if one answer alone is to be changed. */
export const stepPath = (step: Step, changing: FieldName | null = null): string =>
  pathOfStep(step) + (changing && step !== 'periksa' ? `?ubah=${changing}` : '');

/** Where a field is changed. */
export const changePath = (field: FieldName): string => stepPath(stepOf[field], field);

/** What a field holds, to tell whether it was changed since its fault was found. */
export function valueOf(draft: Draft, field: FieldName): unknown {
  switch (field) {
    case 'title':
      return titleOf(draft);
    case 'anonymous':
      return draft.isAnonymous;
    default:
      return draft[field];
  }
}
