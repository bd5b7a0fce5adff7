import { describe, expect, it } from 'vitest';
import { draftFaults, draftInput } from './webhook-draft.ts';

const good = { label: ' Aplikasi kota ', url: ' https://kota.contoh.go.id/lapor ', types: null };

describe('a webhook that is written down', () => {
  it('is sent without what stands around its words; no kinds are all of them', () => {
    expect(draftFaults(good)).toEqual([]);
    expect(draftInput(good)).toEqual({
      label: 'Aplikasi kota',
      url: 'https://kota.contoh.go.id/lapor',
      types: [],
    });
  });

  it('needs a name, an address that nobody can listen in on, and a kind where kinds are chosen', () => {
    expect(draftFaults({ label: '  ', url: 'kota', types: [] }).map(({ fault }) => fault)).toEqual([
      'LABEL_NEEDED',
      'URL_NEEDED',
      'TYPES_NEEDED',
    ]);
    expect(draftFaults({ ...good, url: 'http://kota.contoh.go.id' })).toEqual([
      { field: 'url', fault: 'URL_INSECURE' },
    ]);
  });
});
