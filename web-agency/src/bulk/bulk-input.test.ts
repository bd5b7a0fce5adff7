import { describe, expect, it } from 'vitest';
import { bulkFaults, bulkInput, type BulkForm } from './bulk-input.ts';

const form: BulkForm = {
  text: '',
  note: '',
  target: null,
  templateId: '',
  promisedOn: '',
  outcome: '',
  noProofReason: '',
  obstacleReason: '',
};
const forecasts = [
  { reportId: 'a', wouldChange: true, report: { version: 3 } },
  { reportId: 'b', wouldChange: false, report: { version: 9 } },
  { reportId: 'c', wouldChange: true, report: { version: 1 } },
];

describe('one thing done to many reports', () => {
  it('is asked for those that it would change, each as it was looked at', () => {
    expect(bulkInput('ACKNOWLEDGE', { ...form, text: ' Sudah kami terima. ' }, null, forecasts)).toEqual({
      action: 'ACKNOWLEDGE',
      reportIds: ['a', 'c'],
      expectedVersions: [3, 1],
      text: 'Sudah kami terima.',
    });
  });

  it('is not asked where it would change none', () => {
    expect(bulkInput('ACKNOWLEDGE', form, null, [forecasts[1]!])).toBeNull();
    expect(bulkInput('ACKNOWLEDGE', form, null, [])).toBeNull();
  });

  it('says less where a version is not known, rather than a wrong one', () => {
    const input = bulkInput('DISPOSE', { ...form, target: { id: 'opd', name: 'Dinas' } }, null, [
      forecasts[0]!,
      { reportId: 'd', wouldChange: true, report: { version: null } },
    ]);
    expect(input).toMatchObject({ organisationId: 'opd', note: null, expectedVersions: null });
  });

  it('needs a unit, or words of ten letters', () => {
    expect(bulkFaults('DISPOSE', form, null)).toEqual({ organisationId: 'REQUIRED' });
    expect(bulkFaults('ACKNOWLEDGE', { ...form, text: '   ' }, null)).toEqual({ text: 'REQUIRED' });
    expect(bulkFaults('ACKNOWLEDGE', { ...form, text: 'Siap.' }, null)).toEqual({ text: 'TOO_SHORT' });
    expect(bulkFaults('ACKNOWLEDGE', { ...form, text: 'Kami terima.' }, null)).toEqual({});
  });

  it('needs what the kind of the template needs', () => {
    const template = { ...form, templateId: 't' };
    expect(bulkFaults('ANSWER_FROM_TEMPLATE', form, null)).toEqual({ templateId: 'REQUIRED' });
    expect(bulkFaults('ANSWER_FROM_TEMPLATE', template, 'ACKNOWLEDGEMENT')).toEqual({});
    expect(bulkFaults('ANSWER_FROM_TEMPLATE', template, 'PLAN')).toEqual({ promisedOn: 'REQUIRED' });
    expect(bulkFaults('ANSWER_FROM_TEMPLATE', template, 'RESULT')).toEqual({
      outcome: 'REQUIRED',
      noProofReason: 'REQUIRED',
    });
    expect(bulkFaults('ANSWER_FROM_TEMPLATE', template, 'OBSTACLE')).toEqual({
      promisedOn: 'REQUIRED',
      obstacleReason: 'REQUIRED',
    });
  });

  it('sends with a template what goes with its kind only', () => {
    const filled: BulkForm = {
      ...form,
      templateId: 't',
      promisedOn: '2026-12-01',
      outcome: 'SOLVED',
      noProofReason: 'Tanpa foto',
    };
    expect(bulkInput('ANSWER_FROM_TEMPLATE', filled, 'PLAN', forecasts)).toMatchObject({
      promisedOn: '2026-12-01',
      outcome: null,
      noProofReason: null,
    });
    expect(bulkInput('ANSWER_FROM_TEMPLATE', filled, 'RESULT', forecasts)).toMatchObject({
      promisedOn: null,
      outcome: 'SOLVED',
      noProofReason: 'Tanpa foto',
    });
  });
});
