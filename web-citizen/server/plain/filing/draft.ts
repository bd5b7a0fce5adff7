import { toE164 } from '@lapor/phone';
import { proposeTitle } from '../../../src/features/file-report/propose-title.ts';
import { isUuid, readFiles, writeFiles, type AttachedFile } from '../attached-files.ts';
import type { PlainWords } from '../words/id.ts';

/** Steps by the names that their buttons carry. Photos are reached from the last one. */
export const STEPS = ['kejadian', 'kategori', 'tempat', 'kontak', 'periksa'] as const;
export type Step = (typeof STEPS)[number] | 'foto';

const KINDS = ['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'] as const;
export type Kind = (typeof KINDS)[number];

/** Everything typed so far. It travels in the forms themselves: nothing is kept here until the report is sent. */
export interface Draft {
  /** Made with the first page; makes every repeated send safe. */
  key: string;
  judul: string;
  isi: string;
  jenis: Kind;
  kategori: string;
  wilayah: string;
  patokan: string;
  sejak: string;
  nama: string;
  telepon: string;
  surel: string;
  nik: string;
  alamat: string;
  tampilkanNama: boolean;
  anonim: boolean;
  rahasia: boolean;
  berkas: AttachedFile[];
}

export interface Category {
  id: string;
  name: string;
  path: string;
  isSensitive: boolean;
  identityRequirement: 'NONE' | 'CONTACT' | 'IDENTITY';
}

export const LONGEST = { isi: 4_000, judul: 150, patokan: 300, nama: 120, alamat: 300, cari: 100 } as const;

type Fields = ReadonlyMap<string, string>;

/** Browsers send line breaks as two characters; a letter more would count against the writer. */
const plain = (text: string | undefined) => (text ?? '').replace(/\r\n?/g, '\n').replaceAll('\0', '');

/** The draft that a form carries; `null` when it has no key of a form of ours. */
export function readDraft(form: Fields): Draft | null {
  const key = form.get('kunci') ?? '';
  if (!isUuid(key)) return null;
  const text = (name: string) => plain(form.get(name));
  const isOn = (name: string) => form.get(name) === '1';
  const kind = form.get('jenis');
  return {
    key: key.toLowerCase(),
    judul: text('judul'),
    isi: text('isi'),
    jenis: KINDS.find((each) => each === kind) ?? 'COMPLAINT',
    kategori: text('kategori').slice(0, 200),
    wilayah: /^\d\d(\.\d\d(\.\d\d)?)?$/.test(text('wilayah')) ? text('wilayah') : '',
    patokan: text('patokan'),
    sejak: text('sejak').trim(),
    nama: text('nama'),
    telepon: text('telepon'),
    surel: text('surel'),
    nik: text('nik'),
    alamat: text('alamat'),
    tampilkanNama: isOn('tampilkanNama'),
    anonim: isOn('anonim'),
    rahasia: isOn('rahasia'),
    berkas: readFiles(text('berkas')),
  };
}

export const emptyDraft = (key: string): Draft => readDraft(new Map([['kunci', key]]))!;

/** Names and values as a form carries them. */
export function draftFields(draft: Draft): [name: string, value: string][] {
  const { key, berkas, tampilkanNama, anonim, rahasia, ...texts } = draft;
  return [
    ['kunci', key],
    ...Object.entries(texts),
    ['tampilkanNama', tampilkanNama ? '1' : ''],
    ['anonim', anonim ? '1' : ''],
    ['rahasia', rahasia ? '1' : ''],
    ['berkas', writeFiles(berkas)],
  ];
}

export const titleOf = ({ judul, isi }: Draft): string => judul.trim() || proposeTitle(isi);

const requirementOf = (category: Category | null) => category?.identityRequirement ?? 'NONE';

/** Whatever was ticked before the category changed: no case of the kind that needs a name goes without. */
export const isAnonymous = (draft: Draft, category: Category | null): boolean =>
  draft.anonim && requirementOf(category) !== 'IDENTITY';

export type FaultWord = keyof PlainWords['faultTexts'];
type Found = [field: string, word: FaultWord][];

/** What is not in order in a step, by field, in the order of the page. */
export function checkStep(step: Step, draft: Draft, category: Category | null, today: string): Found {
  switch (step) {
    case 'kejadian':
      return checkWhat(draft);
    case 'tempat':
      return checkWhere(draft, today);
    case 'kontak':
      return checkContact(draft, category);
    default:
      return [];
  }
}

function checkWhat(draft: Draft): Found {
  const found: Found = [];
  const text = draft.isi.trim();
  if (text === '') found.push(['isi', 'text']);
  else if (text.length < 20) found.push(['isi', 'textShort']);
  else if (text.length > LONGEST.isi) found.push(['isi', 'long']);
  const title = titleOf(draft);
  if (text !== '' && title.length < 5) found.push(['judul', 'title']);
  else if (title.length > LONGEST.judul) found.push(['judul', 'long']);
  return found;
}

function checkWhere({ patokan, sejak }: Draft, today: string): Found {
  const found: Found = [];
  if (patokan.trim().length > LONGEST.patokan) found.push(['patokan', 'long']);
  if (sejak !== '' && !isDate(sejak)) found.push(['sejak', 'date']);
  else if (sejak > today) found.push(['sejak', 'future']);
  return found;
}

/** A day as the graph takes it; a slip in the year would otherwise be refused with everything else. */
const isDate = (text: string) =>
  /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const isMailAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());
/** 16 digits that begin with the code of a province; nothing else is read from it. */
const isNik = (text: string) => /^(?:1[1-9]|[2-8]\d|9[0-7])\d{14}$/.test(text.replace(/[\s().-]/g, ''));

function checkContact(draft: Draft, category: Category | null): Found {
  if (isAnonymous(draft, category)) return [];
  const found: Found = [];
  const requirement = requirementOf(category);
  const name = draft.nama.trim();
  if (requirement === 'IDENTITY' && name === '') found.push(['nama', 'name']);
  else if (name.length === 1) found.push(['nama', 'short']);
  else if (name.length > LONGEST.nama) found.push(['nama', 'long']);
  const [phone, mail] = [draft.telepon.trim(), draft.surel.trim()];
  if (requirement !== 'NONE' && phone === '' && mail === '') found.push(['telepon', 'contact']);
  else if (phone !== '' && toE164(phone) === null) found.push(['telepon', 'phone']);
  if (mail !== '' && !isMailAddress(mail)) found.push(['surel', 'email']);
  if (requirement !== 'IDENTITY') return found;
  if (draft.nik.trim() === '') found.push(['nik', 'nik']);
  else if (!isNik(draft.nik)) found.push(['nik', 'nikInvalid']);
  const address = draft.alamat.trim();
  if (address !== '' && address.length < 5) found.push(['alamat', 'short']);
  else if (address.length > LONGEST.alamat) found.push(['alamat', 'long']);
  return found;
}

/** The step that has a fault first; the last one when none has. */
export const firstOpenStep = (draft: Draft, category: Category | null, today: string): Step =>
  STEPS.find((step) => checkStep(step, draft, category, today).length > 0) ?? 'periksa';

/** Step, field and words of a fault that the graph found. */
export function locateFault({ path, code }: { path: string; code: string }): {
  step: Step;
  field: string;
  word: FaultWord;
} {
  const name = path.replace(/^input\.(reporter\.)?/, '').replace(/[.[].*$/, '');
  const [step, field] = PLACES[name] ?? ['kejadian', 'isi'];
  return { step, field, word: WORDS[code] ?? 'invalid' };
}

const PLACES: Readonly<Record<string, [Step, string]>> = {
  text: ['kejadian', 'isi'],
  title: ['kejadian', 'judul'],
  kind: ['kejadian', 'jenis'],
  categoryId: ['kategori', 'kategori'],
  regionCode: ['tempat', 'wilayah'],
  placeText: ['tempat', 'patokan'],
  occurredOn: ['tempat', 'sejak'],
  attachmentIds: ['foto', 'berkas'],
  name: ['kontak', 'nama'],
  phone: ['kontak', 'telepon'],
  email: ['kontak', 'surel'],
  nik: ['kontak', 'nik'],
  address: ['kontak', 'alamat'],
  reporter: ['kontak', 'telepon'],
  isAnonymous: ['kontak', 'anonim'],
};

const WORDS: Readonly<Record<string, FaultWord>> = {
  REQUIRED: 'required',
  TOO_SHORT: 'short',
  TOO_LONG: 'long',
  IN_THE_FUTURE: 'future',
  CONTACT_NEEDED: 'contact',
};

const orNull = (text: string) => text.trim() || null;

/** The input of `submitReport`. Whoever is anonymous sends nothing of themselves; NIK and address only where the category needs them. */
export function buildInput(draft: Draft, category: Category | null) {
  const anonymous = isAnonymous(draft, category);
  const needsIdentity = requirementOf(category) === 'IDENTITY';
  const reporter = {
    name: orNull(draft.nama),
    phone: orNull(draft.telepon),
    email: orNull(draft.surel),
    nik: needsIdentity ? orNull(draft.nik.replace(/\D/g, '')) : null,
    address: needsIdentity ? orNull(draft.alamat) : null,
    showNamePublicly: draft.tampilkanNama && draft.nama.trim() !== '' && !draft.rahasia,
  };
  return {
    submissionKey: draft.key,
    kind: draft.jenis,
    title: titleOf(draft),
    text: draft.isi.trim(),
    occurredOn: orNull(draft.sejak),
    placeText: orNull(draft.patokan),
    regionCode: orNull(draft.wilayah),
    categoryId: category?.id ?? null,
    attachmentIds: draft.berkas.map(({ id }) => id),
    isAnonymous: anonymous,
    isConfidential: draft.rahasia,
    reporter: anonymous || !Object.values(reporter).some(Boolean) ? null : reporter,
  };
}
