import { describe, expect, it } from 'vitest';
import { parseTopics } from './topics.ts';

const ID = '018f0000-0000-7000-8000-000000000001';

describe('topics that a page asks for', () => {
  it('are a report, an inbox, a desk', () => {
    expect(parseTopics(`report:${ID},inbox:opd-13.71,desk:pemkot,desk:national`)).toEqual(
      new Map([
        [`report:${ID}`, { kind: 'report', reportId: ID }],
        ['inbox:opd-13.71', { kind: 'inbox', organisationId: 'opd-13.71' }],
        ['desk:pemkot', { kind: 'desk', organisationId: 'pemkot' }],
        ['desk:national', { kind: 'desk', organisationId: null }],
      ]),
    );
  });

  it.each([
    '',
    'report',
    'report:',
    'report:1',
    `report:${ID.toUpperCase()}`,
    'inbox:',
    'inbox:a b',
    'inbox:a\n\ndata: x',
    'citizen:1',
    `inbox:${'a'.repeat(101)}`,
    `report:${ID},`,
    Array.from({ length: 11 }, (_, index) => `inbox:${index}`).join(),
  ])('are refused whole where one is none: %j', (text) => {
    expect(parseTopics(text)).toBeNull();
  });

  it('count once', () => {
    expect(parseTopics(Array.from({ length: 20 }, () => 'inbox:a').join())?.size).toBe(1);
  });
});
