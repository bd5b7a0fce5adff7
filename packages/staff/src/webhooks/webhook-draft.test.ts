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
    expect(draftFaults({ ...good, url: 'http://localhost.contoh.go.id' })).toHaveLength(1);
    expect(draftFaults({ ...good, url: 'ftp://localhost/lapor' })).toHaveLength(1);
  });

  it('may be tried on the own machine, if the server lets it', () => {
    for (const url of ['http://localhost:8080/lapor', 'http://127.0.0.1:8080', 'http://[::1]:8080'])
      expect(draftFaults({ ...good, url }), url).toEqual([]);
  });
});
