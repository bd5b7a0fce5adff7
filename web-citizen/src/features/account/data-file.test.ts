import { expect, test } from 'vitest';
import { buildDataFile } from './data-file.ts';

const file = (reports: readonly unknown[]) =>
  buildDataFile({
    account: { email: 'warga@contoh.id', sessions: [{ way: 'MAIL_CODE' }] },
    reports,
    madeAt: new Date('2026-11-20T02:40:00Z'),
    origin: 'https://lapor.example',
  });

test('the file is named for its day and holds account and reports', () => {
  const { name, text } = file([{ number: '48213097', text: 'Jalan "rusak"' }]);
  expect(name).toBe('lapor-data-saya-2026-11-20.json');
  expect(JSON.parse(text)).toEqual({
    service: 'SP4N-LAPOR!',
    origin: 'https://lapor.example',
    madeAt: '2026-11-20T02:40:00.000Z',
    account: { email: 'warga@contoh.id', sessions: [{ way: 'MAIL_CODE' }] },
    reports: [{ number: '48213097', text: 'Jalan "rusak"' }],
  });
});

test('what the graph notes for itself is left out, at any depth, and addresses are whole', () => {
  const { text } = file([
    {
      __typename: 'Report',
      history: [
        { __typename: 'HistoryEntry', attachments: [{ __typename: 'Attachment', url: '/files/a?b' }] },
      ],
      region: null,
      rating: 4,
    },
  ]);
  expect(JSON.parse(text).reports).toEqual([
    { history: [{ attachments: [{ url: 'https://lapor.example/files/a?b' }] }], region: null, rating: 4 },
  ]);
});
