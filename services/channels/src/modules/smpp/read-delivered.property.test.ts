import fc from 'fast-check';
import smpp from 'smpp';
import { describe, expect, it } from 'vitest';
import { fromSeptets, partsOf, segmentsOf, toSeptets } from '../segments/index.ts';
import { readSmppUrl } from './address.ts';
import { readDelivered, textOf, TooShort } from './read-delivered.ts';
import { namesOf, readReceipt } from './read-receipt.ts';
import { pdusOf } from './smpp-carrier.ts';

const ADDRESS = readSmppUrl('smpp://a:b@operator.example');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc.string({ unit: fc.constantFrom(...'abc @£{}[]~|€\\^\n'), maxLength: 500 }),
);

describe('what an operator brings', () => {
  it('is read, or is too short, whatever its octets are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (body, isData) => {
        const octets = Buffer.concat([Buffer.alloc(16), body]);
        try {
          const read = readDelivered(isData ? 'data_sm' : 'deliver_sm', octets);
          expect(typeof textOf(read.octets, read.dataCoding, 'gsm')).toBe('string');
          if (read.part) expect(read.part.number).toBeLessThanOrEqual(read.part.total);
          readReceipt(read, 'same');
        } catch (error) {
          expect(error).toBeInstanceOf(TooShort);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is what we would write: every text comes back from its parts', () => {
    fc.assert(
      fc.property(words, (text) => {
        const wellFormed = text.toWellFormed();
        const pdus = pdusOf(ADDRESS, '+6281200000048', wellFormed, () => 7);
        expect(pdus).toHaveLength(segmentsOf(wellFormed).count);
        let dataCoding = 0;
        const octets = pdus.map((values, index) => {
          const pdu = new smpp.PDU('deliver_sm', { ...values, sequence_number: 1 }).toBuffer();
          const read = readDelivered('deliver_sm', pdu);
          expect((values.short_message as Buffer).length).toBeLessThanOrEqual(160);
          if (pdus.length > 1) expect(read.part).toMatchObject({ total: pdus.length, number: index + 1 });
          ({ dataCoding } = read);
          return read.octets;
        });
        expect(textOf(Buffer.concat(octets), dataCoding, 'gsm')).toBe(wellFormed);
      }),
    );
  });

  it('keeps pairs together', () => {
    expect(fromSeptets(toSeptets('a[b]€{c}\\~^|'))).toBe('a[b]€{c}\\~^|');
    expect(partsOf(`${'a'.repeat(152)}€${'a'.repeat(20)}`).parts.map(({ length }) => length)).toEqual([
      152, 21,
    ]);
    expect(partsOf('😀'.repeat(40)).parts.every((part) => part.isWellFormed())).toBe(true);
  });
});

describe('the name of a message', () => {
  it('is read in another base only where a setting says so', () => {
    expect(namesOf('0000000031', 'same')).toEqual(['0000000031', '31']);
    expect(namesOf('0000000031', 'decimal')).toContain('1F');
    expect(namesOf('1f', 'hex')).toContain('31');
  });
});
