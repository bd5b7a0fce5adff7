import { describe, expect, it } from 'vitest';
import {
  checksFor,
  isComplete,
  missingIn,
  ruleOf,
  verifyInput,
  withLeft,
  type VerificationDraft,
} from './verification.ts';

const report = {
  id: 'r-1',
  title: 'KTP saya hilang',
  text: 'NIK 0000000000000000, mohon dicetak ulang.',
  isConfidential: false,
  attachments: [{}],
  returnCount: 0,
};

const draft = {
  class: 'GRIEVANCE',
  category: { id: 'ktp', path: 'Kependudukan › KTP' },
  lead: { id: 'dukcapil', name: 'Disdukcapil' },
  coHandlers: [],
  title: 'KTP saya hilang',
  published: report.text,
  checked: ['personalData', 'accusation', 'attachments'],
  kept: [],
  withholdReason: '',
  withholdRule: null,
  note: '',
  supportingDataChecked: false,
  mustTakeReason: '',
} as const satisfies VerificationDraft;

describe('a verification', () => {
  it('is complete with class, category, organisation and all checks', () => {
    expect(isComplete(draft)).toBe(true);
    expect(missingIn(report, draft, true)).toEqual([]);
  });

  it('says what is missing', () => {
    expect(missingIn(report, { ...draft, class: null, category: null, lead: null }, true)).toEqual([
      'class',
      'categoryId',
      'leadOrganisationId',
    ]);
  });

  it('needs a reason when the national desk holds the text back, and cannot be held back by an agency', () => {
    const unsafe = { ...draft, checked: ['personalData'] as const };
    expect(missingIn(report, unsafe, true)).toEqual(['withholdReason']);
    expect(missingIn(report, { ...unsafe, withholdReason: 'Menyebut nama petugas' }, true)).toEqual([]);
    expect(missingIn(report, { ...unsafe, withholdReason: 'Menyebut nama' }, false)).toEqual([
      'safeToPublish',
    ]);
  });

  it('is not safe while personal data are before the eyes, whatever was ticked', () => {
    expect(missingIn(report, withLeft(draft, 1), true)).toEqual(['withholdReason']);
    expect(missingIn(report, withLeft(draft, 0), true)).toEqual([]);
  });

  it('names the rule by which a text is held back: the chosen one, else that of the open check', () => {
    expect(ruleOf({ checked: [], withholdRule: null })).toBe('PERSONAL_DATA');
    expect(ruleOf({ checked: ['personalData'], withholdRule: null })).toBe('SLANDER');
    expect(ruleOf({ checked: ['personalData'], withholdRule: 'CHILD' })).toBe('CHILD');
    const held = { ...draft, checked: ['personalData'] as const, withholdReason: 'Menyebut nama.' };
    expect(verifyInput(report, held)).toMatchObject({ safeToPublish: false, moderationRule: 'SLANDER' });
    expect(verifyInput(report, draft)).toMatchObject({ safeToPublish: true, moderationRule: null });
  });

  it('asks nothing about publication of a confidential report', () => {
    const confidential = { ...report, isConfidential: true };
    expect(checksFor(confidential)).toEqual([]);
    expect(missingIn(confidential, { ...draft, checked: [] }, false)).toEqual([]);
    expect(verifyInput(confidential, draft)).toMatchObject({
      safeToPublish: false,
      redactedText: null,
      withholdReason: null,
    });
  });

  it('asks about attachments only where there are any', () => {
    expect(checksFor({ ...report, attachments: [] })).toEqual(['personalData', 'accusation']);
  });

  it('asks whether the data suffice where the category needs them', () => {
    const sensitive = { ...draft, category: { ...draft.category, needsSupportingData: true } };
    expect(missingIn(report, sensitive, true)).toEqual(['supportingDataChecked']);
    expect(missingIn(report, { ...sensitive, supportingDataChecked: true }, true)).toEqual([]);
  });

  it('asks after three returns why the organisation must take it, in place of a note', () => {
    const returned = { ...report, returnCount: 3 };
    expect(missingIn(returned, draft, true)).toEqual(['mustTakeReason']);
    const said = { ...draft, note: 'Catatan', mustTakeReason: ' Jalan milik kabupaten. ' };
    expect(verifyInput(returned, said)).toMatchObject({
      mustTakeReason: 'Jalan milik kabupaten.',
      note: null,
    });
    expect(verifyInput(report, said)).toMatchObject({ mustTakeReason: null, note: 'Catatan' });
  });

  it('sends title and text only when they were changed', () => {
    expect(verifyInput(report, draft)).toMatchObject({
      title: null,
      redactedText: null,
      safeToPublish: true,
    });
    const changed = { ...draft, title: 'KTP hilang', published: '[NIK disamarkan], mohon dicetak ulang.' };
    expect(verifyInput(report, changed)).toMatchObject({
      title: 'KTP hilang',
      redactedText: '[NIK disamarkan], mohon dicetak ulang.',
    });
  });
});
