// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole, useVerifyingKeys } from '@lapor/staff/testing';
import indonesian from '../locales/id.json' with { type: 'json' };
import { ConsoleKeys } from './console-keys.tsx';

afterEach(cleanup);

it('teaches the letters of an answer where a report is answered', () => {
  renderConsole(<ConsoleKeys pathname="/laporan/10000001" isBox={false} />, {
    words: indonesian,
    answers: {},
  });
  fireEvent.keyDown(document.body, { key: '?' });
  const box = within(screen.getByRole('dialog'));
  expect(box.getByText('jawab')).toBeTruthy();
  expect(box.queryByText('biarkan temuan')).toBeNull();
});

function Verifying() {
  useVerifyingKeys();
  return <ConsoleKeys pathname="/laporan/10000001" isBox={false} />;
}

it('teaches the letters of a verification while one is on the page, and none of those that are silent then', () => {
  renderConsole(<Verifying />, { words: indonesian, answers: {} });
  fireEvent.keyDown(document.body, { key: '?' });
  const box = within(screen.getByRole('dialog'));
  expect(box.getByText('biarkan temuan').previousElementSibling?.textContent).toBe('V');
  expect(box.getByText('kategori').previousElementSibling?.textContent).toBe('K');
  expect(box.queryByText('jawab')).toBeNull();
  expect(box.queryByText('laporan lain')).toBeNull();
});
