// @vitest-environment happy-dom
import { renderConsole, useVerifyingKeys } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { ConsoleKeys } from './console-keys.tsx';

function Verification() {
  useVerifyingKeys();
  return null;
}

const help = async (pathname: string, verifies: boolean, isVerifying = false) => {
  const { user } = renderConsole(
    <>
      {isVerifying && <Verification />}
      <ConsoleKeys pathname={pathname} verifies={verifies} />
    </>,
    { answers: {}, words: indonesian, at: pathname, roles: [verifies ? 'NATIONAL_ADMIN' : 'KSP_MONITOR'] },
  );
  await user.keyboard('?');
  const dialog = within(await screen.findByRole('dialog'));
  return dialog.getAllByRole('region').map((group) => group.getAttribute('aria-label'));
};

describe('"?" tells the keys of the page', () => {
  afterEach(cleanup);

  it('everywhere: search, undo, forms and boxes', async () => {
    expect(await help('/situasi/peringkat', false)).toEqual(['Di semua halaman']);
    expect(screen.getByText('batalkan kiriman terakhir')).toBeTruthy();
    expect(screen.getByText('tutup kotak yang terbuka')).toBeTruthy();
  });

  it('of a report: its own, and what decides only for who may decide', async () => {
    expect(await help('/laporan/12345678', false)).toEqual(['Di halaman ini', 'Di semua halaman']);
    expect(screen.queryByText('arsipkan')).toBeNull();
    cleanup();
    await help('/laporan/12345678', true);
    expect(screen.getAllByText('arsipkan').length).toBeGreaterThan(0);
  });

  it('of a verification on the page of a report, where letters mean other things', async () => {
    expect(await help('/laporan/12345678', true, true)).toEqual([
      'Di halaman ini',
      'Memutuskan',
      'Teks dan penayangan',
      'Di semua halaman',
    ]);
    expect(screen.queryByText('laporan lain')).toBeNull();
  });

  it('of the desk', async () =>
    expect(await help('/verifikasi', true)).toEqual([
      'Memutuskan',
      'Teks dan penayangan',
      'Jalan lain',
      'Di semua halaman',
    ]));
});
