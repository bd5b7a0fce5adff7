// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LeftReportContext, type LeftReport } from '../decisions/left-report.ts';
import { renderConsole } from '../testing/index.ts';
import { FlagDialog } from './deciding/flag-dialog.tsx';
import { LeftState } from './left-state.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const home = { href: '/kotak/menunggu-kami', label: 'Menunggu kami' };
const report = {
  id: 'r1',
  isAnonymous: false,
  isConfidential: false,
  needsName: false,
  viewerCanRedact: true,
};

/** As the page of a report: the dialog until the report is gone, then what became of it. */
function Page() {
  const [left, setLeft] = useState<LeftReport | null>(null);
  return (
    <LeftReportContext.Provider value={setLeft}>
      {left ? (
        <LeftState left={left} home={home} />
      ) : (
        <FlagDialog report={report} onClose={() => undefined} />
      )}
    </LeftReportContext.Provider>
  );
}

it('a report that an officer protected away is told as done, with where it is now', async () => {
  const { user } = renderConsole(<Page />, {
    words: {},
    answers: {
      FlagReport: () => ({
        result: { __typename: 'ReportOutOfSight', wentTo: 'NATIONAL_DESK', organisation: null },
      }),
    },
  });
  await user.click(screen.getByRole('checkbox', { name: /^Rahasia/ }));
  await user.type(screen.getByLabelText('Alasan'), 'Menyangkut keselamatan pelapor.');
  await user.click(screen.getByRole('button', { name: 'Tambah perlindungan' }));
  const title = await screen.findByRole('heading', { name: 'Sudah dilakukan' });
  expect(document.activeElement).toBe(title);
  expect(document.querySelector('.state')?.textContent).toContain('kini di meja nasional');
  expect(screen.getByRole('link', { name: 'Menunggu kami' }).getAttribute('href')).toBe(home.href);
});

it.each<[LeftReport | null, string]>([
  [{ wentTo: 'AGENCY_DESK', organisation: { name: 'Kota Padang' } }, 'kini di meja Kota Padang'],
  [{ wentTo: 'AGENCY_DESK', organisation: null }, 'di atas Anda'],
  [{ wentTo: 'HANDLERS', organisation: { name: 'Dinas PUPR' } }, 'kini ditangani Dinas PUPR'],
  [{ wentTo: 'HANDLERS', organisation: null }, 'tetap pada unit yang menanganinya'],
  [{ wentTo: null, organisation: null }, 'tidak lagi ditampilkan'],
  [null, 'baru saja berpindah'],
])('says of %j where the report is', (left, words) => {
  renderConsole(<LeftState left={left} home={home} />, { words: {}, answers: {} });
  expect(document.querySelector('.state')?.textContent).toContain(words);
});
