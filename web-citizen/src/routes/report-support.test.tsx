// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { aReport } from '../features/report/a-report.testing.ts';
import { visit } from '../visit.testing.tsx';
import ReportRoute from './report.tsx';

const at = { path: '/laporan/48213097', pattern: '/laporan/:number' };
const user = userEvent.setup();
const button = (name: string) => screen.findByRole('button', { name });
const GIVE = 'Saya juga mengalami';
const TAKE_BACK = 'Tarik kembali dukungan saya';

/** A server that counts, or is told to answer otherwise. */
function server() {
  const facts = { supportCount: 0, viewerHasSupported: false };
  const said = (supported: boolean) => () => {
    facts.viewerHasSupported = supported;
    facts.supportCount = Number(supported);
    return { result: { __typename: 'ReportChanged', report: { __typename: 'Report', id: 'r1', ...facts } } };
  };
  return {
    ReportPage: () => ({
      report: aReport({ viewerIsReporter: false, viewerCanSupport: true, ...facts }),
    }),
    SupportReport: said(true) as () => unknown,
    WithdrawSupport: said(false) as () => unknown,
  };
}

describe('"saya juga mengalami"', () => {
  test('is said, taken back and said again by the same button, each time with a key of its own', async () => {
    const answers = server();
    const { asked } = await visit(ReportRoute, { ...at, answers });
    const first = await button(GIVE);
    await user.click(first);
    expect(await button(TAKE_BACK)).toBe(first);
    await screen.findByText('Anda ikut mendukung laporan ini');
    await screen.findByText('1 orang');
    expect(document.activeElement).toBe(first);
    await user.click(first);
    await screen.findByText('Dukungan Anda sudah ditarik kembali');
    await waitFor(() => expect(screen.queryByText('1 orang')).toBeNull());
    await user.click(await button(GIVE));
    await button(TAKE_BACK);
    const changes = asked.filter(({ name }) => name !== 'ReportPage');
    expect(changes.map(({ name }) => name)).toEqual(['SupportReport', 'WithdrawSupport', 'SupportReport']);
    expect(new Set(changes.map(({ variables }) => variables['requestKey'])).size).toBe(3);
  });

  test('shows at once what was chosen, and goes back in words when it was not sent', async () => {
    const answers = server();
    let isDown = true;
    const { SupportReport } = answers;
    answers.SupportReport = () => (isDown ? null : SupportReport());
    const { asked } = await visit(ReportRoute, { ...at, answers });
    await user.click(await button(GIVE));
    await screen.findByText('Dukungan Anda belum tercatat. Periksa jaringan, lalu coba lagi.');
    expect(await button(GIVE)).toBe(document.activeElement);
    isDown = false;
    await user.click(await button(GIVE));
    await button(TAKE_BACK);
    expect(screen.queryByRole('alert')).toBeNull();
    // It may have arrived: the second attempt is the same one.
    const keys = asked
      .filter(({ name }) => name === 'SupportReport')
      .map((each) => each.variables['requestKey']);
    expect(keys).toEqual([keys[0], keys[0]]);

    answers.WithdrawSupport = () => ({ result: { __typename: 'NotFound' } });
    await user.click(await button(TAKE_BACK));
    await screen.findByText(/^Dukungan Anda masih tercatat/);
    await button(TAKE_BACK);
  });

  test('that was said earlier stands there, without a button where nothing can be changed any more', async () => {
    const answers = server();
    answers.ReportPage = () => ({
      report: aReport({ viewerIsReporter: false, viewerCanSupport: false, viewerHasSupported: true }),
    });
    await visit(ReportRoute, { ...at, answers });
    await screen.findByText('Anda ikut mendukung laporan ini');
    expect(screen.queryByRole('button', { name: TAKE_BACK })).toBeNull();
  });
});

describe('a wish to be erased that waits', () => {
  const requestedAt = '2026-11-17T03:00:00.000Z';
  test('says since when, and what happens when', async () => {
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({ report: aReport({ erasureRequest: { requestedAt, erasesAfter: null } }) }),
      },
    });
    await screen.findByText('Data diri Anda akan dihapus');
    expect(
      screen.queryByText(/Anda memintanya pada .*17 November.* 14 hari setelah laporan berakhir/),
    ).not.toBeNull();
  });

  test('names the day once the report has ended', async () => {
    const erasesAfter = '2026-12-08T03:00:00.000Z';
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({
            state: 'ARCHIVED',
            archiveCode: 'WITHDRAWN',
            erasureRequest: { requestedAt, erasesAfter },
          }),
        }),
      },
    });
    expect(
      await screen.findByText(/Laporan sudah berakhir\. Data diri dihapus setelah .*8 Desember/),
    ).not.toBeNull();
  });
});
