// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../../locales/id.json';
import { useRoom } from '../address/use-room.ts';
import { BurstsTab } from '../bursts/bursts-tab.tsx';
import { aRoom } from '../a-room.testing.ts';
import { PeriodControl } from './period-control.tsx';

function Period() {
  return <PeriodControl room={useRoom()} compares={false} />;
}
const show = (query: string, roles: Parameters<typeof renderConsole>[1]['roles'] = ['KSP_MONITOR']) =>
  renderConsole(<Period />, { answers: {}, words: indonesian, at: `/situasi${query}`, roles });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
/** As a browser does: a day is there as soon as each of its parts has a number. */
function type(input: HTMLElement, ...days: string[]) {
  for (const value of days) {
    fireEvent.keyDown(input, { key: '2' });
    fireEvent.change(input, { target: { value } });
  }
}
const YEARS = ['0002-10-05', '0020-10-05', '0202-10-05', '2026-10-05'];

describe('own days', () => {
  afterEach(cleanup);

  it('are typed in peace, and counted when the field is left', () => {
    const { address } = show('?dari=2026-11-01&sampai=2026-11-20');
    const at = address();
    type(field('Dari tanggal'), '', ...YEARS);
    expect(address()).toBe(at);
    expect(field('Dari tanggal').value).toBe('2026-10-05');
    fireEvent.blur(field('Dari tanggal'));
    expect(address()).toBe('/situasi?dari=2026-10-05&sampai=2026-11-20');
  });

  it('are counted by Enter, and at once when a calendar gives one', () => {
    const { address } = show('?dari=2026-11-01&sampai=2026-11-20');
    type(field('Sampai tanggal'), '2026-11-21');
    fireEvent.keyDown(field('Sampai tanggal'), { key: 'Enter' });
    expect(address()).toBe('/situasi?dari=2026-11-01&sampai=2026-11-21');
    fireEvent.pointerDown(field('Dari tanggal'));
    fireEvent.change(field('Dari tanggal'), { target: { value: '2026-11-03' } });
    expect(address()).toBe('/situasi?dari=2026-11-03&sampai=2026-11-21');
  });

  it('stay where they are while the last comes before the first, and that is said', () => {
    const { address } = show('?dari=2026-11-01&sampai=2026-11-20');
    const at = address();
    type(field('Dari tanggal'), '2026-11-25');
    fireEvent.blur(field('Dari tanggal'));
    expect(address()).toBe(at);
    expect(screen.getByText('Tanggal ini mendahului tanggal awal.')).toBeTruthy();
    expect(field('Dari tanggal').value).toBe('2026-11-25');
    type(field('Sampai tanggal'), '2026-11-28');
    expect(screen.queryByText('Tanggal ini mendahului tanggal awal.')).toBeNull();
    fireEvent.blur(field('Sampai tanggal'));
    expect(address()).toBe('/situasi?dari=2026-11-25&sampai=2026-11-28');
  });

  it('become the whole months around them for an outsider, who sees which', () => {
    const { address } = show('?dari=2026-10-01&sampai=2026-10-31', ['ANALYST']);
    type(field('Dari tanggal'), '2026-10-10');
    fireEvent.blur(field('Dari tanggal'));
    expect(field('Dari tanggal').value).toBe('2026-10-01');
    type(field('Dari tanggal'), '2026-09-10');
    fireEvent.blur(field('Dari tanggal'));
    expect(address()).toBe('/situasi?dari=2026-09-01&sampai=2026-10-31');
    expect(field('Dari tanggal').value).toBe('2026-09-01');
  });
});

describe('the day of bursts', () => {
  afterEach(cleanup);

  it('is asked for when it is meant, not while it is typed, and only when there is such a day', async () => {
    const { asked, address } = renderConsole(<BurstsTab room={aRoom()} />, {
      answers: { SituationBursts: () => ({ burstFigures: [] }) },
      words: indonesian,
      at: '/situasi/lonjakan?hari=2026-02-30',
      roles: ['KSP_MONITOR'],
    });
    await screen.findByText(/^Tidak ada lonjakan pada Minggu, 22 November 2026/);
    type(field('Hari'), '', ...YEARS);
    fireEvent.keyDown(field('Hari'), { key: 'Enter' });
    await screen.findByText(/^Tidak ada lonjakan pada Senin, 5 Oktober 2026/);
    expect([...new Set(asked.map(({ variables }) => variables.on))]).toEqual(['2026-11-22', '2026-10-05']);
    expect(address()).toBe('/situasi/lonjakan?hari=2026-10-05');
  });
});
