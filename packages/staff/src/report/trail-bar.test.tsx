// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole, useVerifyingKeys } from '../testing/index.ts';
import { rememberTrail } from './trail.ts';
import { TrailBar } from './trail-bar.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const home = { href: '/kotak/baru', label: 'Baru untuk kami' };
function Verifying() {
  useVerifyingKeys();
  return <TrailBar number="75356786" home={home} />;
}
const show = (page = <TrailBar number="75356786" home={home} />) =>
  renderConsole(page, {
    words: {},
    answers: {},
    at: '/laporan/75356786',
  });

it('U leads back to the list that the report was opened from, narrowed as it was', async () => {
  rememberTrail({ href: '/kotak/terlambat?cari=lampu', label: 'Terlambat', numbers: ['75356786'] });
  const { user, address } = show();
  await user.keyboard('u');
  expect(address()).toBe('/kotak/terlambat?cari=lampu');
});

it('U leads home when the report was opened from elsewhere', async () => {
  const { user, address } = show();
  await user.keyboard('u');
  expect(address()).toBe('/kotak/baru');
});

it('J and K lead to the neighbours, but not away from a report that is being verified', async () => {
  rememberTrail({ href: '/kotak/baru', label: 'Baru', numbers: ['10000001', '75356786', '10000002'] });
  const verifying = show(<Verifying />);
  await verifying.user.keyboard('kj');
  expect(verifying.address()).toBe('/laporan/75356786');
  verifying.unmount();
  const { user, address } = show();
  await user.keyboard('j');
  expect(address()).toBe('/laporan/10000002');
});

it('tells the place in the list until the report has changed, also after it was opened again', async () => {
  rememberTrail({ href: '/kotak/baru', label: 'Baru', numbers: ['75356786', '10000002'] });
  function Page() {
    const [version, setVersion] = useState(3);
    return (
      <>
        <TrailBar number="75356786" version={version} home={home} />
        <button onClick={() => setVersion(4)}>Jawab</button>
      </>
    );
  }
  const first = show(<Page />);
  expect(screen.getByText('1 dari 2')).toBeTruthy();
  await first.user.click(screen.getByRole('button', { name: 'Jawab' }));
  expect(screen.queryByText('1 dari 2')).toBeNull();
  expect(screen.getByRole('link', { name: 'Laporan berikutnya (J)' })).toBeTruthy();
  first.unmount();
  show();
  expect(screen.queryByText('1 dari 2')).toBeNull();
});
