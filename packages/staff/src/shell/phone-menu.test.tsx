// @vitest-environment happy-dom
import { inboxIcon, StaffShell } from '@lapor/ui';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../testing/index.ts';

afterEach(cleanup);

it('the menu of a phone shows every page under its heading, and goes once one is chosen', async () => {
  const { user, address } = renderConsole(
    <StaffShell
      skip="Langsung ke isi utama"
      brand="LAPOR!"
      nav={{
        label: 'Menu utama',
        menu: { open: 'Menu', close: 'Tutup menu' },
        groups: [
          { title: 'Kerja', links: [{ href: '/verifikasi', label: 'Meja verifikasi', icon: inboxIcon }] },
          { title: 'Atur', links: [{ href: '/kalender', label: 'Kalender', icon: inboxIcon }] },
        ],
      }}
    >
      <p>Isi</p>
    </StaffShell>,
    { words: {}, answers: {} },
  );
  const rail = () => document.getElementById(menu().getAttribute('aria-controls') ?? '')!;
  const menu = () => screen.getByRole('button', { name: /enu$/ });
  expect(menu().getAttribute('aria-expanded')).toBe('false');
  await user.click(menu());
  expect(screen.getByRole('button', { name: 'Tutup menu' }).getAttribute('aria-expanded')).toBe('true');
  expect(rail().classList.contains('rail--open')).toBe(true);
  expect(within(rail()).getByRole('heading', { name: 'Atur' })).toBeTruthy();
  await user.click(within(rail()).getByRole('link', { name: 'Kalender' }));
  expect(address()).toBe('/kalender');
  expect(rail().classList.contains('rail--open')).toBe(false);
});
