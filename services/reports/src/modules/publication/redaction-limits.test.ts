import fc from 'fast-check';
import { expect, it } from 'vitest';
import english from '../../../../../packages/staff/src/locales/en.json' with { type: 'json' };
import indonesian from '../../../../../packages/staff/src/locales/id.json' with { type: 'json' };
import { coversOnly, limitFaults } from './redaction-limits.ts';

const before = 'Pak Fulan (0812) meminta uang. Pak Fulan lagi.';

it.each([
  ['a name', 'Pak [nama disamarkan] (0812) meminta uang. Pak Fulan lagi.'],
  ['several', '[disamarkan] (0812) meminta uang. Pak [disamarkan] lagi.'],
  ['the end', 'Pak Fulan (0812) meminta uang. [name redacted]'],
  ['two beside each other', 'Pak [masked] [nomor disamarkan] meminta uang. Pak Fulan lagi.'],
  ['nothing', before],
])('covers only: %s', (_, after) => {
  expect(coversOnly(before, after)).toBe(true);
});

it.each([
  ['other words', 'Pak [nama disamarkan] (0812) memberi uang. Pak Fulan lagi.'],
  ['words in brackets', 'Pak [tidak bersalah] (0812) meminta uang. Pak Fulan lagi.'],
  ['words in a mark', 'Pak [penipu ulung yang disamarkan] (0812) meminta uang. Pak Fulan lagi.'],
  ['words left out without a mark', 'Pak (0812) meminta uang. Pak Fulan lagi.'],
  ['a mark that covers nothing', 'Pak Fulan [disamarkan](0812) meminta uang. Pak Fulan lagi.'],
  ['another order', 'Pak [disamarkan] meminta uang. (0812)'],
])('is more than covering: %s', (_, after) => {
  expect(coversOnly(before, after)).toBe(false);
});

it('knows each mark that the consoles write', () => {
  const marks = [...Object.entries(indonesian), ...Object.entries(english)]
    .filter(([key, text]) => /^redact\.|^redacting\.mark$/.test(key) && text.startsWith('['))
    .map(([, text]) => text);
  expect(marks).toHaveLength(14);
  expect(marks.filter((mark) => !coversOnly('Pak Fulan datang.', `Pak ${mark} datang.`))).toEqual([]);
});

it('takes no cover off again', () => {
  expect(coversOnly('Pak [nama disamarkan] meminta uang.', before)).toBe(false);
});

it('finds any passage covered, wherever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3 }), fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % (text.length - 1);
      const to = from + 1 + (b % (text.length - from));
      expect(coversOnly(text, `${text.slice(0, from)}[disamarkan]${text.slice(to)}`)).toBe(true);
    }),
  );
});

it('leaves every rule but personal data to verifiers', () => {
  expect(limitFaults('PERSONAL_DATA')).toEqual([]);
  expect(limitFaults('SLANDER')).toMatchObject([{ path: 'input.rule', code: 'VERIFIERS_ONLY' }]);
});
