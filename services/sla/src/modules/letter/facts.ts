import { longDate, type LetterContent } from './content.ts';

const OPENED_BY: Record<LetterContent['openedBy'], string> = {
  RULE: '(batas waktu lewat tanpa tanggapan)',
  REPORTER: '(atas permintaan pelapor)',
  OMBUDSMAN: '(atas prakarsa Ombudsman)',
};

const DAYS: Record<LetterContent['clarification']['unit'], string> = {
  WORKING: 'hari kerja',
  CALENDAR: 'hari kalender',
};

/** The table of a letter: what happened when, and which day has passed. */
export function factsOf({
  submittedOn,
  disposedOn,
  followUpDueOn,
  openedOn,
  openedBy,
  clarification,
}: LetterContent): [label: string, value: string][] {
  const { askedOn, length, unit, dueOn } = clarification;
  return [
    ['Laporan disampaikan', longDate(submittedOn)],
    ...(disposedOn ? ([['Diteruskan kepada instansi', longDate(disposedOn)]] as [string, string][]) : []),
    ...(followUpDueOn
      ? ([['Batas tindak lanjut pertama', `${longDate(followUpDueOn)}, terlewati`]] as [string, string][])
      : []),
    ['Pengawasan Ombudsman dibuka', `${longDate(openedOn)} ${OPENED_BY[openedBy]}`],
    ['Klarifikasi diminta', `${longDate(askedOn)}, waktu ${length} ${DAYS[unit]}`],
    ['Batas klarifikasi', `${longDate(dueOn)}, belum dijawab`],
  ];
}
