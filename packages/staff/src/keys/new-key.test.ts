import { describe, expect, it } from 'vitest';
import { newKeyFaults, newKeyInput, type NewKeyDraft } from './new-key.ts';

const draft = (part: Partial<NewKeyDraft>): NewKeyDraft => ({
  label: ' Dasbor ',
  days: 90,
  use: 'AGENCY',
  writes: false,
  organisation: { id: 'pemkot-13-71', name: 'Pemerintah Kota Padang' },
  ...part,
});

describe('a new key', () => {
  it('of an agency’s system reads its reports, and answers only where that was asked for', () => {
    expect(newKeyInput(draft({}))).toEqual({
      label: 'Dasbor',
      days: 90,
      scopes: ['reports:read'],
      organisationId: 'pemkot-13-71',
    });
    expect(newKeyInput(draft({ writes: true })).scopes).toEqual(['reports:read', 'graph:write']);
  });

  it('of an analyst reads figures, whatever was ticked before', () => {
    expect(newKeyInput(draft({ use: 'ANALYST', writes: true }))).toEqual({
      label: 'Dasbor',
      days: 90,
      scopes: ['graph:read'],
    });
  });

  it('needs a name, and an organisation when it is for an agency', () => {
    expect(newKeyFaults(draft({ label: '  ', organisation: null })).map(({ fieldId }) => fieldId)).toEqual([
      'key-label',
      'key-organisation',
    ]);
    expect(newKeyFaults(draft({ use: 'ANALYST', organisation: null }))).toEqual([]);
  });
});
