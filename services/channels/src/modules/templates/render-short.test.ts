import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../segments/index.ts';
import { MissingFact } from './render.ts';
import { renderShort } from './render-short.ts';
import { REPORT_TEMPLATES, SECRET_LINK_TEMPLATES } from './template.ts';

const URL = 'https://www.lapor.example';
const FACTS = {
  number: '48213097',
  organisationName: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang',
  kind: 'RESULT',
  path: `/lacak#kode-${'a'.repeat(45)}`,
};
const TEMPLATES = [...REPORT_TEMPLATES, ...SECRET_LINK_TEMPLATES];

describe('a short message', () => {
  it('is one message, says of which report, and how to go on', () => {
    for (const language of ['id', 'en'] as const)
      for (const template of TEMPLATES) {
        const { body } = renderShort(template, FACTS, language, URL, null);
        expect(segmentsOf(body), `${template} ${body}`).toMatchObject({ alphabet: 'GSM_7', count: 1 });
        expect(body).toContain('4821 3097');
        expect(body).toContain(template === 'access-code-lost' ? FACTS.path : `${URL}/laporan/48213097`);
        const atDoor = renderShort(template, FACTS, language, URL, { shortCode: 'K12', words: null }).body;
        expect(segmentsOf(atDoor).count, atDoor).toBe(1);
        if (template !== 'access-code-lost') expect(atDoor).toContain('K12');
      }
  });

  it('quotes within three messages, and ends with what to write back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (words) => {
        const { body } = renderShort('report-answered', FACTS, 'id', URL, { shortCode: 'K1', words });
        expect(segmentsOf(body)).toMatchObject({ alphabet: 'GSM_7' });
        expect(segmentsOf(body).count).toBeLessThanOrEqual(3);
        expect(body.endsWith('Ketik TUTUP K1 bila beres, BELUM K1 bila belum.')).toBe(true);
      }),
    );
  });

  it('names no agency of a confidential report', () => {
    for (const language of ['id', 'en'] as const)
      for (const template of TEMPLATES)
        for (const quoted of [
          null,
          { shortCode: 'K1', words: null },
          { shortCode: 'K1', words: 'Ada kabar.' },
        ]) {
          const facts = { ...FACTS, isConfidential: 'yes' };
          expect(renderShort(template, facts, language, URL, quoted).body).not.toMatch(/Dinas|Padang/);
        }
  });

  it('is not made with a hole in it', () => {
    const short = (template: string, facts: object) => () =>
      renderShort(template, facts as never, 'id', URL, null);
    expect(short('report-completed', { number: '123' })).toThrow(MissingFact);
    expect(short('access-code-lost', { ...FACTS, path: 'https://elsewhere.example' })).toThrow(MissingFact);
    expect(short('hand-over', FACTS)).toThrow(MissingFact);
  });
});
