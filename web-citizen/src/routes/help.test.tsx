// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { visit } from '../visit.testing.tsx';
import Help from './help.tsx';
import Terms from './terms.tsx';

const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test('help is searched as one types, and says how much was found', async () => {
  await visit(Help, { path: '/bantuan', answers: {} });
  const all = headings();
  const field = await screen.findByRole('searchbox', { name: 'Cari di halaman ini' });
  await userEvent.type(field, 'kode hilang');
  expect(headings()).toEqual(['Kode akses saya hilang']);
  expect(screen.getByRole('status').textContent).toBe('1 bagian cocok');
  await userEvent.clear(field);
  await userEvent.type(field, 'naga');
  expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
  expect(screen.getByRole('status').textContent).toContain('Tidak ada yang cocok');
  await userEvent.clear(field);
  expect(headings()).toEqual(all);
});

test('a word of the glossary can be led to by an address', async () => {
  await visit(Terms, { path: '/istilah?q=ombudsman', pattern: '/istilah', answers: {} });
  expect(headings()).toEqual(['Pengawasan']);
});
