// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { dinas } from '../features/report/a-report.testing.ts';
import { visit, type Visit } from '../visit.testing.tsx';
import Account from './account.tsx';

const user = userEvent.setup();
const account = { email: 'warga@contoh.id' };
const padang = {
  __typename: 'Region',
  code: '13.71',
  name: 'Kota Padang',
  fullName: 'Kota Padang, Sumatera Barat',
  level: 'CITY',
  timeZone: 'Asia/Jakarta',
};
const card = (number: string, title: string, facts: object = {}) => ({
  __typename: 'Report',
  id: `r${number}`,
  number,
  title,
  state: 'IN_PROGRESS',
  submittedAt: '2026-11-16T03:00:00.000Z',
  supportCount: 0,
  missingData: null,
  closesAutomaticallyAt: null,
  region: padang,
  handler: dinas,
  ...facts,
});
const edges = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const page = (endCursor: string | null, ...nodes: object[]) => ({
  ...edges(...nodes),
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});
const at = (path: string, answers: Visit['answers']) =>
  visit(Account, { path, pattern: '/akun/:section?', account, answers });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('my reports', () => {
  test('what waits for me stands first, with why; all come with one request and further pages on demand', async () => {
    const road = card('11111111', 'Jalan berlubang', { state: 'POSTPONED', missingData: 'Nama jalan?' });
    const lamp = card('22222222', 'Lampu padam', { closesAutomaticallyAt: '2026-12-03T17:00:00.000Z' });
    const drain = card('33333333', 'Selokan mampet');
    const { asked } = await at('/akun', {
      MyReports: ({ after }) =>
        after === null
          ? { waiting: edges(road, lamp), myReports: page('c', road, lamp) }
          : { myReports: page(null, drain) },
    });
    const waiting = await screen.findByRole('region', { name: '2 menunggu Anda' });
    within(waiting).getByText('Kami butuh data dari Anda');
    within(waiting).getByText('Nama jalan?');
    within(waiting).getByText('Dinas PUPR Kota Padang menyampaikan hasil: sudah beres?');
    within(waiting).getByText(/ditutup sendiri setelah Kamis, 3 Desember/);
    expect(asked.filter(({ name }) => name === 'MyReports')).toHaveLength(1);
    await user.click(await button('Muat lagi'));
    await screen.findByText('Selokan mampet');
    expect(asked.at(-1)?.variables).toEqual({ after: 'c', isFirst: false });
  });

  test('an account without reports says so, and a list that fails can be tried again', async () => {
    let isDown = true;
    await at('/akun', {
      MyReports: () => (isDown ? null : { waiting: edges(), myReports: page(null) }),
    });
    const retry = await button('Coba lagi');
    isDown = false;
    await user.click(retry);
    expect(await screen.findByText('Belum ada laporan di akun ini')).toBeTruthy();
  });

  test('a report filed without account is added by number and code, pasted at once', async () => {
    const found: object[] = [];
    const { asked } = await at('/akun', {
      MyReports: () => ({ waiting: edges(), myReports: page(null, ...found) }),
      ClaimReport: () => {
        found.push(card('48213097', 'Jalan berlubang'));
        return { result: { __typename: 'ReportChanged', report: card('48213097', 'Jalan berlubang') } };
      },
    });
    const form = await screen.findByRole('form', { name: 'Tambahkan laporan tanpa akun' });
    await user.click(within(form).getByRole('button', { name: 'Tambahkan' }));
    within(form).getByText('Nomor laporan terdiri dari 8 angka');
    await user.click(within(form).getByLabelText('Nomor laporan'));
    await user.paste('Nomor laporan 4821 3097, kode akses 4093 1187 5526 7041');
    await user.click(within(form).getByRole('button', { name: 'Tambahkan' }));
    await screen.findByText('Laporan sudah ada di akun ini');
    expect(asked.find(({ name }) => name === 'ClaimReport')?.variables).toEqual({
      number: '48213097',
      accessCode: '4093118755267041',
    });
    expect(await screen.findAllByRole('link', { name: /Jalan berlubang/ })).toHaveLength(2);
  });

  test('a wrong code keeps what was typed', async () => {
    await at('/akun', {
      MyReports: () => ({ waiting: edges(), myReports: page(null) }),
      ClaimReport: () => ({ result: { __typename: 'NotFound' } }),
    });
    const number = await screen.findByLabelText('Nomor laporan');
    await user.type(number, '48213097');
    await user.type(screen.getByLabelText('Kode akses'), '4093118755267041');
    await user.click(await button('Tambahkan'));
    await screen.findByText(/Nomor atau kode tidak cocok, atau laporan ini sudah ada di akun lain/);
    expect(number).toHaveProperty('value', '48213097');
  });
});

describe('what I follow', () => {
  const follow = (id: string, facts: object) => ({
    __typename: 'Follow',
    id,
    followedAt: '2026-11-16T03:00:00.000Z',
    report: null,
    region: null,
    category: null,
    ...facts,
  });

  test('areas and reports are listed; one that is ended can be followed again', async () => {
    const { asked } = await at('/akun/mengikuti', {
      MyFollowing: () => ({
        myFollowing: [
          follow('f1', { region: padang, category: { __typename: 'Category', id: 'jalan', path: 'Jalan' } }),
          follow('f2', { report: card('22222222', 'Lampu padam') }),
          follow('f3', {}),
        ],
      }),
      Unfollow: () => ({ result: { __typename: 'Unfollowed' } }),
      FollowArea: () => ({ result: { __typename: 'Followed', follow: { __typename: 'Follow', id: 'f9' } } }),
    });
    expect(
      (await screen.findByRole('link', { name: /Kota Padang, Sumatera Barat: Jalan/ })).getAttribute('href'),
    ).toBe('/laporan?wilayah=13.71&kategori=jalan');
    await screen.findByText('Laporan ini tidak tampil untuk publik lagi');
    await user.click(await button('Berhenti mengikuti: Kota Padang, Sumatera Barat'));
    await screen.findByText('Tidak diikuti lagi');
    await user.click(await button('Ikuti lagi: Kota Padang, Sumatera Barat'));
    await button('Berhenti mengikuti: Kota Padang, Sumatera Barat');
    expect(asked.filter(({ name }) => name !== 'MyFollowing')).toEqual([
      { name: 'Unfollow', variables: { followId: 'f1' } },
      { name: 'FollowArea', variables: { regionCode: '13.71', categoryId: 'jalan' } },
    ]);
  });

  test('an area is picked by name and followed; without one it says so', async () => {
    const followed: object[] = [];
    const { asked } = await at('/akun/mengikuti', {
      MyFollowing: () => ({ myFollowing: [...followed] }),
      SearchRegions: () => ({ regions: [padang] }),
      FollowArea: () => {
        followed.push(follow('f1', { region: padang }));
        return { result: { __typename: 'Followed', follow: { __typename: 'Follow', id: 'f1' } } };
      },
    });
    await screen.findByText('Belum ada wilayah yang Anda ikuti.');
    await user.click(await button('Ikuti'));
    await screen.findByText('Pilih wilayah dari daftar');
    await user.type(screen.getByRole('combobox', { name: 'Wilayah yang diikuti' }), 'padang');
    await user.click(await screen.findByRole('option', { name: /Kota Padang/ }));
    await user.click(await button('Ikuti'));
    await screen.findByText('Wilayah ini sekarang Anda ikuti');
    await screen.findByRole('link', { name: 'Kota Padang, Sumatera Barat' });
    expect(asked.find(({ name }) => name === 'FollowArea')?.variables).toEqual({
      regionCode: '13.71',
      categoryId: null,
    });
  });
});

test('the page of the own data tells how who reported is erased from one report', async () => {
  await at('/akun/data', {});
  await screen.findByText('Hapus data diri dari satu laporan');
  expect(await screen.findByText(/Yang masih berjalan: 14 hari setelah berakhir/)).toBeTruthy();
});

test('who is signed out is sent to sign in, and comes back to the same page', async () => {
  const { history } = await visit(Account, {
    path: '/akun/mengikuti',
    pattern: '/akun/:section?',
    answers: {},
  });
  await waitFor(() => expect(history.at(-1)).toBe('/masuk?ke=%2Fakun%2Fmengikuti'));
});
