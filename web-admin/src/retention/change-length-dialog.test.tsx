// @vitest-environment happy-dom
import '@lapor/staff/changing';
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import words from '../locales/id.json';
import { ChangeLengthDialog, nextDay } from './change-length-dialog.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const rule = {
  name: 'identity-of-complaints',
  action: 'ERASE_IDENTITY' as const,
  kinds: ['COMPLAINT' as const],
  ends: ['COMPLETED' as const],
  days: 730,
  since: '2026-01-01',
  planned: null,
  changes: [],
};

function open(counts: { count: number; countWithout: number }) {
  const onDone = vi.fn<() => void>();
  const rendered = renderConsole(
    <ChangeLengthDialog rule={rule} today="2026-11-20" onClose={() => undefined} onDone={onDone} />,
    {
      words,
      roles: ['NATIONAL_ADMIN'],
      answers: {
        PreviewRetention: () => ({
          result: {
            __typename: 'RetentionPreviewed',
            effect: { __typename: 'RetentionEffect', daysWithout: 730, ...counts },
          },
        }),
        ChangeRetention: () => ({ result: { __typename: 'RetentionChanged', rule } }),
      },
    },
  );
  return { ...rendered, onDone, dialog: within(screen.getByRole('dialog')) };
}

it('saves nothing before the effect was counted, and nothing that cannot be undone before it was understood', async () => {
  const { user, asked, dialog, onDone } = open({ count: 12, countWithout: 2 });
  await user.clear(dialog.getByLabelText('Berapa hari setelah laporan berakhir'));
  await user.type(dialog.getByLabelText('Berapa hari setelah laporan berakhir'), '365');
  await user.type(dialog.getByLabelText('Alasan'), 'Keputusan menteri tahun ini.');
  const save = dialog.getByRole('button', { name: 'Simpan masa simpan' });
  await user.click(save);
  expect(dialog.getByText('Hitung dulu akibatnya untuk angka dan hari ini.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Hitung akibatnya' }));
  await dialog.findByText('10 laporan lebih banyak akan kena');
  await user.click(save);
  expect(dialog.getByText('Centang bahwa Anda mengerti.')).toBeTruthy();
  expect(asked.some(({ name }) => name === 'ChangeRetention')).toBe(false);
  await user.click(dialog.getByRole('checkbox'));
  await user.click(save);
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(asked.find(({ name }) => name === 'ChangeRetention')?.variables).toMatchObject({
    input: {
      rule: 'identity-of-complaints',
      days: 365,
      startsOn: '2026-11-21',
      reason: 'Keputusan menteri tahun ini.',
      decree: null,
      expectedCount: 12,
    },
  });
});

it('asks to count anew when another number was typed, and keeps what was typed', async () => {
  const { user, dialog } = open({ count: 0, countWithout: 5 });
  await user.click(dialog.getByRole('button', { name: 'Hitung akibatnya' }));
  await dialog.findByText('5 laporan disimpan lebih lama');
  await user.type(dialog.getByLabelText('Berapa hari setelah laporan berakhir'), '0');
  expect(dialog.queryByText('5 laporan disimpan lebih lama')).toBeNull();
  await user.clear(dialog.getByLabelText('Berapa hari setelah laporan berakhir'));
  await user.type(dialog.getByLabelText('Berapa hari setelah laporan berakhir'), '7');
  await user.click(dialog.getByRole('button', { name: 'Simpan masa simpan' }));
  expect(dialog.getByText('Isi 30 sampai 10.950 hari.')).toBeTruthy();
  expect(dialog.getByLabelText<HTMLInputElement>('Berapa hari setelah laporan berakhir').value).toBe('7');
});

it('begins on the next day, over the ends of months and years', () => {
  expect(['2026-11-30', '2026-12-31', '2028-02-28'].map(nextDay)).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2028-02-29',
  ]);
});
