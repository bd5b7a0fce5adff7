import { canariesOf, type Canaries } from '../../../services/reports/tests/canaries.ts';

/** A confidential report, and what must not be found of it. */
export interface Subject {
  label: string;
  /** With the account of `reporter`, or with an access code. */
  hasAccount: boolean;
  id: string;
  number: string;
  accessCode: string | null;
  submissionKey: string;
  /** Sealed: of who reported. */
  person: Canaries;
  /** In a photo as it came. */
  exif: string;
  /** What was said and sent to those who handle it. */
  content: {
    title: string;
    narrative: string;
    place: string;
    addition: string;
    reply: string;
    privately: string;
    fileName: string;
    document: string;
  };
  /** Between officers. */
  note: string;
}

/** One word each, unlike every other text. */
export function describeSubject(label: string, index: number) {
  const word = (what: string) => `Kanari${what}${label}`;
  return {
    label,
    person: canariesOf(label, index),
    exif: word('Exif'),
    content: {
      title: word('Judul'),
      narrative: word('Cerita'),
      place: word('Tempat'),
      addition: word('Lengkap'),
      reply: word('Balasan'),
      privately: word('Surat'),
      fileName: word('Berkas'),
      document: word('Dokumen'),
    },
    note: word('Catatan'),
  };
}

/** Of the person, in every spelling that is kept or sent somewhere. */
export const personalOf = ({ person, exif }: Pick<Subject, 'person' | 'exif'>): string[] => [
  ...Object.values(person),
  `+62${person.phone}`,
  `0${person.phone}`,
  person.email.toUpperCase(),
  exif,
];
