// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { aReport, dinas } from '../features/report/a-report.testing.ts';
import { visit } from '../visit.testing.tsx';
import ReportRoute from './report.tsx';

const at = { path: '/laporan/48213097', pattern: '/laporan/:number' };
const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const text = (found: string | RegExp) => screen.findByText(found);
const changed = { result: { __typename: 'ReportChanged', report: { id: 'r1', state: 'IN_PROGRESS' } } };

describe('on the report page', () => {
  test('the data that were asked for say by when, and do not go without the file they speak of', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({
            state: 'POSTPONED',
            viewerCanCompleteData: true,
            viewerCanConfirm: false,
            viewerCanReply: false,
            missingData: 'Sebutkan nama jalannya.',
          }),
        }),
        CompleteReportData: () => changed,
      },
    });
    await user.type(await screen.findByLabelText('Data yang diminta'), 'Jalan Raya Kuranji.');
    const picker = document.querySelector<HTMLInputElement>('input[type=file]')!;
    // Nobody takes uploads here: the file does not arrive.
    await user.upload(picker, new File(['x'], 'surat.pdf', { type: 'application/pdf' }));
    await user.click(await button('Kirim data'));
    await text('Ada berkas yang belum terkirim. Hapus, atau pilih lagi.');
    expect(asked.some(({ name }) => name === 'CompleteReportData')).toBe(false);
    await user.click(await button(/surat\.pdf/));
    await user.click(await button('Kirim data'));
    await text('Sudah kami terima');
    expect(asked.find(({ name }) => name === 'CompleteReportData')?.variables['input']).toMatchObject({
      text: 'Jalan Raya Kuranji.',
      attachmentIds: [],
    });
  });

  test('a withdrawal says what comes of it before it is made', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: { ReportPage: () => ({ report: aReport() }), WithdrawReport: () => changed },
    });
    await user.click(await button('Tarik laporan'));
    const dialog = await screen.findByRole('dialog', { name: 'Tarik laporan ini?' });
    within(dialog).getByText(/Laporan diarsipkan dan tidak ditangani lagi/);
    expect(asked.some(({ name }) => name === 'WithdrawReport')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Tarik laporan' }));
    await text('Sudah kami terima');
    expect(asked.find(({ name }) => name === 'WithdrawReport')?.variables['input']).toMatchObject({
      reason: null,
      expectedVersion: 4,
    });
  });

  test('an appeal that comes too late says so, and gives the words back', async () => {
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({
            state: 'ARCHIVED',
            viewerCanAppeal: true,
            viewerCanConfirm: false,
            viewerCanReply: false,
            archiveCode: 'HATE_OR_HOAX',
          }),
        }),
        AppealArchive: () => ({ result: { __typename: 'TransitionRefused', code: 'TOO_LATE' } }),
      },
    });
    await text('Alasan: ujaran kebencian atau kabar bohong.');
    await user.click(await button('Ajukan keberatan'));
    await user.type(screen.getByLabelText('Mengapa laporan ini harus ditangani?'), 'Ini benar terjadi.');
    await user.click(await button('Kirim keberatan'));
    const alert = (await text('Batas 14 hari sudah lewat.')).closest('[role=alert]') as HTMLElement;
    expect(within(alert).getByText('Ini benar terjadi.')).toBeTruthy();
  });

  test('who has read the identity is told, with the reason', async () => {
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({
            identityReveals: [
              {
                __typename: 'IdentityReveal',
                at: '2026-11-18T03:00:00.000Z',
                reason: 'Mencocokkan nomor antrean.',
                organisation: dinas,
              },
            ],
          }),
        }),
      },
    });
    const card = await screen.findByRole('region', { name: 'Siapa yang membaca identitas saya?' });
    within(card).getByText('Dinas PUPR Kota Padang');
    expect(within(card).getByText('Alasan: Mencocokkan nomor antrean.')).toBeTruthy();
  });

  test('only what was chosen of the protection is taken off', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({ isAnonymous: true, isConfidential: true, viewerCanRemoveFlag: true }),
        }),
        RemoveFlag: () => changed,
      },
    });
    await user.click(await button('Buka perlindungan'));
    await text('Sekali dibuka, yang sudah terbaca tidak dapat ditarik kembali.');
    await user.click(screen.getByRole('checkbox', { name: /Tidak lagi rahasia/ }));
    await user.click(await button('Buka'));
    await text('Sudah kami terima');
    expect(asked.find(({ name }) => name === 'RemoveFlag')?.variables['input']).toMatchObject({
      anonymous: null,
      confidential: true,
    });
  });

  test('what the Ombudsman does stands in words', async () => {
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({
            oversight: {
              __typename: 'ReportOversight',
              state: 'CLARIFICATION_ASKED',
              openedAt: '2026-11-18T03:00:00.000Z',
              openedBy: 'REPORTER',
              office: { __typename: 'Organisation', id: 'ori', name: 'Ombudsman Sumatera Barat' },
              clarificationDueOn: '2026-12-02',
              isClarificationMissed: false,
              letterSentOn: null,
              outcome: null,
              wordsForReporter: ['Kami sudah menerima permintaan Anda.'],
            },
          }),
        }),
      },
    });
    await text('Ombudsman Sumatera Barat mengawasi sejak Rabu, 18 November 2026, atas permintaan Anda.');
    await text('Ombudsman meminta penjelasan dari instansi.');
    await text('Penjelasan ditunggu paling lambat Rabu, 2 Desember 2026.');
    expect(await text('Kami sudah menerima permintaan Anda.')).toBeTruthy();
  });

  test('a report that is closed to the visitor offers both ways in, and no reason', async () => {
    await visit(ReportRoute, { ...at, answers: { ReportPage: () => ({ report: null }) } });
    expect((await screen.findByRole('link', { name: 'Buka dengan kode akses' })).getAttribute('href')).toBe(
      '/lacak?nomor=48213097',
    );
    expect(screen.getByRole('link', { name: 'Masuk' }).getAttribute('href')).toBe(
      '/masuk?ke=%2Flaporan%2F48213097',
    );
  });
});
