import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { typed, validate } from './index.ts';

const faults = (schema: z.ZodType, input: unknown) => {
  const result = validate(schema, input);
  return result.ok ? [] : result.error.faults!.map(({ path, code }) => `${path} ${code}`);
};

describe('text people typed', () => {
  it('loses what cannot be seen and what turns its direction, and keeps its lines', () => {
    expect(typed(1, 100).parse(' Rp\u202E000.1\u2069\u0000 per\nbulan\t ')).toBe('Rp000.1 per\nbulan');
  });

  it('is composed, so that one word has one length', () => {
    expect(typed(1, 1).parse('e\u0301')).toBe('é');
  });
});

describe('a fault', () => {
  const schema = z.object({
    text: typed(3, 5),
    place: z.union([z.literal(''), typed(3, 5)]),
    ids: z.array(z.string()).min(1).max(2),
    count: z.int().min(1).max(9),
  });
  const right = { text: 'abc', place: '', ids: ['a'], count: 1 };

  it.each([
    [{ text: 'ab' }, 'input.text TOO_SHORT'],
    [{ text: 'abcdef' }, 'input.text TOO_LONG'],
    [{ place: 'ab' }, 'input.place TOO_SHORT'],
    [{ ids: [] }, 'input.ids REQUIRED'],
    [{ ids: ['a', 'b', 'c'] }, 'input.ids TOO_LONG'],
    [{ ids: ['a', 1] }, 'input.ids.1 INVALID'],
    [{ count: 10 }, 'input.count INVALID'],
  ])('names its field and what is wrong: %j', (wrong, fault) => {
    expect(faults(schema, { ...right, ...wrong })).toEqual([fault]);
  });

  it('is not there where nothing is wrong', () => {
    expect(faults(schema, right)).toEqual([]);
  });
});
