import { describe, expect, it } from 'vitest';
import { letterContent } from './content.ts';
import { factsOf } from './facts.ts';

const CONTENT = {
  number: null,
  datedOn: '2026-11-11',
  officeName: 'Ombudsman',
  addressee: { title: 'Wali Kota', organisationName: 'Pemerintah Kota Padang', address: null },
  reportNumber: '27509914',
  unitName: null,
  isConfidential: false,
  submittedOn: '2026-10-02',
  disposedOn: null,
  followUpDueOn: null,
  openedOn: '2026-10-23',
  openedBy: 'RULE',
  clarification: { askedOn: '2026-10-27', length: 14, unit: 'CALENDAR', dueOn: '2026-11-10' },
  replyBy: '2026-11-18',
} as const;
const asked = (content: object) =>
  factsOf(letterContent.parse(content)).find(([label]) => label === 'Klarifikasi diminta')![1];

describe('the facts of a letter', () => {
  it('name the days that the clock counted', () => {
    expect(asked(CONTENT)).toBe('27 Oktober 2026, waktu 14 hari kalender');
    const clarification = { ...CONTENT.clarification, length: 10, unit: 'WORKING' };
    expect(asked({ ...CONTENT, clarification })).toBe('27 Oktober 2026, waktu 10 hari kerja');
  });

  it('of a letter that was approved before units were kept count working days, as all did', () => {
    const { unit: _unit, ...clarification } = CONTENT.clarification;
    expect(asked({ ...CONTENT, clarification })).toBe('27 Oktober 2026, waktu 14 hari kerja');
  });

  it('leave out what has not happened', () => {
    expect(factsOf(CONTENT).map(([label]) => label)).toEqual([
      'Laporan disampaikan',
      'Pengawasan Ombudsman dibuka',
      'Klarifikasi diminta',
      'Batas klarifikasi',
    ]);
    const passedOn = { ...CONTENT, disposedOn: '2026-10-05', followUpDueOn: '2026-10-12' };
    expect(factsOf(passedOn)[2]).toEqual(['Batas tindak lanjut pertama', '12 Oktober 2026, terlewati']);
  });
});
