// @vitest-environment happy-dom
import '@lapor/staff/changing';
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import words from '../locales/id.json';
import { ChangeLengthDialog } from './change-length-dialog.tsx';

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

function open(counts: { count: number; countWithout: number }, answers: Answers = {}) {
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
        ...answers,
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
  expect(dialog.getByText('Jumlahnya tidak sama.')).toBeTruthy();
  const confirm = dialog.getByLabelText('Ketik 12 untuk menegaskan');
  await user.type(confirm, '10');
  await user.click(save);
  expect(asked.some(({ name }) => name === 'ChangeRetention')).toBe(false);
  await user.clear(confirm);
  await user.type(confirm, '12');
  await user.click(save);
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(asked.find(({ name }) => name === 'ChangeRetention')?.variables).toMatchObject({
    input: {
      rule: 'identity-of-complaints',
      days: 365,
      startsOn: '2026-11-27',
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

it('lets a shorter length begin after a week, a longer one the next day', async () => {
  const { user, dialog } = open({ count: 0, countWithout: 0 });
  const days = dialog.getByLabelText('Berapa hari setelah laporan berakhir');
  const startsOn = dialog.getByLabelText<HTMLInputElement>('Berlaku mulai');
  await user.clear(days);
  await user.type(days, '800');
  expect(startsOn.min).toBe('2026-11-21');
  await user.clear(days);
  await user.type(days, '60');
  expect(startsOn.min).toBe('2026-11-27');
  fireEvent.change(startsOn, { target: { value: '2026-11-26' } });
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Hitung akibatnya' }).disabled).toBe(true);
  await user.click(dialog.getByRole('button', { name: 'Simpan masa simpan' }));
  expect(
    dialog.getByText('Masa simpan yang lebih pendek paling cepat berlaku tujuh hari lagi.'),
  ).toBeTruthy();
});

it('keeps no warning that is of another length, or of a count that was made anew', async () => {
  let count = 12;
  const { user, dialog } = open(
    { count: 12, countWithout: 2 },
    {
      PreviewRetention: ({ input }) =>
        (input as { days: number }).days === 730
          ? { result: { __typename: 'InvalidInput', fields: [{ path: 'input.days', code: 'UNCHANGED' }] } }
          : {
              result: {
                __typename: 'RetentionPreviewed',
                effect: { __typename: 'RetentionEffect', daysWithout: 730, count: count++, countWithout: 2 },
              },
            },
      ChangeRetention: () => ({
        result: {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          fields: [{ path: 'input.expectedCount', code: 'CHANGED' }],
        },
      }),
    },
  );
  const days = dialog.getByLabelText('Berapa hari setelah laporan berakhir');
  const same = 'Masa simpan pada hari itu sudah sepanjang ini.';
  const again = 'Jumlahnya bertambah sejak dihitung. Hitung lagi.';
  await user.click(dialog.getByRole('button', { name: 'Hitung akibatnya' }));
  await dialog.findByText(same);
  await user.clear(days);
  await user.type(days, '365');
  expect(dialog.queryByText(same)).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Hitung akibatnya' }));
  await user.type(await dialog.findByLabelText('Ketik 12 untuk menegaskan'), '12');
  await user.type(dialog.getByLabelText('Alasan'), 'Keputusan menteri tahun ini.');
  await user.click(dialog.getByRole('button', { name: 'Simpan masa simpan' }));
  await dialog.findByText(again);
  await user.click(dialog.getByRole('button', { name: 'Hitung akibatnya' }));
  expect(await dialog.findByLabelText<HTMLInputElement>('Ketik 13 untuk menegaskan')).toHaveProperty(
    'value',
    '',
  );
  expect(dialog.queryByText(again)).toBeNull();
});
