// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { grants } from '@lapor/web-client';
import { visit } from '../visit.testing.tsx';
import Follow from './follow.tsx';

const user = userEvent.setup();
const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklm';
const opened = {
  openReport: {
    __typename: 'ReportOpened',
    grant: 'key',
    grantExpiresAt: '2999-01-01T00:00:00.000Z',
    report: { __typename: 'Report', id: 'r1', number: '48213097' },
  },
};

afterEach(() => {
  location.hash = '';
  grants.forgetGrants();
});

describe('a lost code', () => {
  test('the answer is the same whether number and contact belong together or not', async () => {
    const { asked } = await visit(Follow, {
      path: '/lacak',
      answers: {
        RequestNewAccessCode: () => ({ requestNewAccessCode: { __typename: 'NewAccessCodeRequested' } }),
      },
    });
    const form = await screen.findByRole('form', { name: 'Minta kode baru' });
    await user.type(form.querySelector('#lost-number')!, '4821 3097');
    await user.type(screen.getByLabelText('Surel atau nomor ponsel yang Anda berikan'), 'warga@contoh.id');
    await user.click(screen.getByRole('button', { name: 'Minta kode baru' }));
    await screen.findByText(/Kalau nomor dan kontaknya cocok/);
    expect(asked[0]?.variables).toEqual({ number: '48213097', contact: 'warga@contoh.id' });
  });

  test('the link of the mail makes a new code, which can be kept and opens the report at once', async () => {
    location.hash = `#kode-${token}`;
    const { history, asked } = await visit(Follow, {
      path: '/lacak',
      answers: {
        RenewAccessCode: () => ({
          renewAccessCode: {
            __typename: 'AccessCodeRenewed',
            number: '48213097',
            accessCode: '4093118755267041',
          },
        }),
        OpenReport: () => opened,
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Buat kode baru' }));
    await screen.findByText('4093 1187 5526 7041');
    expect(location.hash).toBe('');
    await user.click(screen.getByRole('button', { name: 'Salin keduanya' }));
    expect(await navigator.clipboard.readText()).toContain('4093 1187 5526 7041');
    await user.click(screen.getByRole('button', { name: 'Buka laporan saya' }));
    await waitFor(() => expect(history.at(-1)).toBe('/laporan/48213097'));
    expect(asked.at(-1)?.variables).toEqual({ number: '48213097', accessCode: '4093118755267041' });
  });
});
