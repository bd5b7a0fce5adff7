// @vitest-environment happy-dom
import '@lapor/staff/routing';
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import words from '../locales/id.json';
import { ChangeNeedsDialog } from './change-needs-dialog.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const settings = {
  __typename: 'CategorySettings',
  version: 3,
  openReports: 9,
  waitingReports: 4,
  waitingAtAgencies: 0,
  withoutIdentity: 5,
  anonymousReports: 1,
  below: [
    {
      __typename: 'Category',
      id: 'jalan.lubang',
      name: 'Berlubang',
      path: 'Jalan › Berlubang',
      identityRequirement: 'NONE',
      isSensitive: false,
      needsSupportingData: false,
    },
  ],
  category: {
    __typename: 'Category',
    id: 'jalan',
    path: 'Jalan',
    identityRequirement: 'NONE',
    isSensitive: false,
    needsSupportingData: false,
  },
  changes: [],
};

it('says what the choice means before it is saved, and sends the version that was seen', async () => {
  const onClose = vi.fn<() => void>();
  const { user, asked } = renderConsole(
    <ChangeNeedsDialog category={{ id: 'jalan', name: 'Jalan' }} onClose={onClose} />,
    {
      words,
      roles: ['NATIONAL_ADMIN'],
      answers: {
        CategorySettings: () => ({ categorySettings: settings }),
        ChangeCategory: () => ({ result: { __typename: 'CategoryChanged', settings } }),
      },
    },
  );
  const choice = await screen.findByLabelText('Identitas pelapor');
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('Alasan'), 'Keputusan rapat koordinasi.');
  await user.click(dialog.getByRole('button', { name: 'Simpan syarat' }));
  expect(dialog.getByText('Belum ada yang berubah.')).toBeTruthy();
  await user.selectOptions(choice, 'IDENTITY');
  await user.click(dialog.getByLabelText('Perlu data pendukung sebelum diteruskan'));
  expect(dialog.getByRole('status').textContent).toContain('nama dan NIK');
  expect(dialog.getByText('1 subkategori tidak ikut berubah; ubah satu per satu bila perlu.')).toBeTruthy();
  expect(
    dialog.getByText('1 subkategori tetap dengan syaratnya sendiri; 1 di antaranya berbeda dari pilihan ini'),
  ).toBeTruthy();
  expect(dialog.getByText('Jalan › Berlubang')).toBeTruthy();
  expect(dialog.getByText('4 laporan yang menunggu verifikasi juga perlu data pendukung.')).toBeTruthy();
  expect(dialog.getByText('9 laporan yang sedang berjalan tetap seperti saat dikirim.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Simpan syarat' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.find(({ name }) => name === 'ChangeCategory')?.variables).toMatchObject({
    input: {
      categoryId: 'jalan',
      identityRequirement: 'IDENTITY',
      isSensitive: false,
      needsSupportingData: true,
      expectedVersion: 3,
    },
  });
});

function Opener() {
  const [open, setOpen] = useState(true);
  if (open)
    return <ChangeNeedsDialog category={{ id: 'jalan', name: 'Jalan' }} onClose={() => setOpen(false)} />;
  return <button onClick={() => setOpen(true)}>Buka</button>;
}

it('keeps what was typed when somebody else changes it meanwhile, and their change with it', async () => {
  let now = settings;
  const { user, asked } = renderConsole(<Opener />, {
    words,
    roles: ['NATIONAL_ADMIN'],
    answers: {
      CategorySettings: () => ({ categorySettings: now }),
      ChangeCategory: () => ({ result: { __typename: 'CategoryChanged', settings: now } }),
    },
  });
  await user.selectOptions(await screen.findByLabelText('Identitas pelapor'), 'IDENTITY');
  await user.type(screen.getByLabelText('Alasan'), 'Keputusan rapat koordinasi.');
  now = { ...settings, version: 4, category: { ...settings.category, isSensitive: true } };
  await user.click(screen.getByRole('button', { name: 'Batal' }));
  await user.click(await screen.findByRole('button', { name: 'Buka' }));
  await vi.waitFor(() =>
    expect(screen.getByRole('checkbox', { name: 'Tawarkan laporan rahasia', checked: true })).toBeTruthy(),
  );
  expect(screen.getByLabelText<HTMLTextAreaElement>('Alasan').value).toBe('Keputusan rapat koordinasi.');
  await user.click(screen.getByRole('button', { name: 'Simpan syarat' }));
  await screen.findByRole('button', { name: 'Buka' });
  expect(asked.find(({ name }) => name === 'ChangeCategory')?.variables).toMatchObject({
    input: { identityRequirement: 'IDENTITY', isSensitive: true, expectedVersion: 4 },
  });
});

it('tells when the category is not there for the viewer', async () => {
  renderConsole(<ChangeNeedsDialog category={{ id: 'x', name: 'X' }} onClose={() => undefined} />, {
    words,
    answers: { CategorySettings: () => ({ categorySettings: null }) },
  });
  expect(await screen.findByRole('button', { name: 'Batal' })).toBeTruthy();
});
