import { describe, expect, it } from 'vitest';
import { LocalDate } from './index.ts';

describe('a day without time', () => {
  it('is taken as it is written', () => {
    expect(LocalDate.parseValue('2028-02-29')).toBe('2028-02-29');
    expect(LocalDate.serialize('2028-02-29')).toBe('2028-02-29');
  });

  it.each(['0000-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])(
    'is refused outside the years that anything here happens in: %s',
    (day) => {
      expect(() => LocalDate.parseValue(day)).toThrow('from 1900 to 2999');
    },
  );

  it.each(['2026-02-30', '2026-1-1', '', 20261120, '2026-11-20T00:00:00Z'])('is nothing else: %s', (day) => {
    expect(() => LocalDate.parseValue(day)).toThrow();
  });
});
