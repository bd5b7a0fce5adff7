// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../../locales/id.json';
import { Days } from './days.tsx';
import { Doors } from './doors.tsx';
import type { ChannelsState, DayState, DoorState } from './state-client.ts';
import { Verdict } from './verdict.tsx';

const words = { words: indonesian, answers: {} };
const door = (channel: string, more: Partial<DoorState> = {}): DoorState => ({
  channel,
  isOpen: true,
  missing: [],
  lastMessageAt: null,
  receivedToday: 0,
  waiting: 0,
  forPersons: 0,
  givenUp: 0,
  refusedToday: 0,
  ...more,
});
const day = (number: number, more: Partial<DayState> = {}): DayState => ({
  day: `2026-11-${number}`,
  way: 'MAIL',
  provider: 'MAILBOX',
  messages: 7,
  segments: 0,
  uncertain: 0,
  arrived: 0,
  notArrived: 0,
  rupiah: null,
  ...more,
});
const state = (more: Partial<ChannelsState> = {}): ChannelsState => ({
  asOf: '2026-11-20T02:40:00.000Z',
  doors: [door('SMS')],
  ways: [],
  providers: [],
  queues: [],
  days: [],
  months: [],
  prices: [],
  ...more,
});

describe('the state of channels', () => {
  afterEach(cleanup);

  it('says first that all is well, or what is wrong and what to do', () => {
    renderConsole(<Verdict state={state()} />, words);
    expect(screen.getByText('Tidak ada gangguan')).toBeTruthy();
    cleanup();
    renderConsole(
      <Verdict
        state={state({
          doors: [door('SMS', { forPersons: 3, givenUp: 1 })],
          ways: [{ way: 'MAIL', isOffered: true, isKeptHere: true }],
        })}
      />,
      words,
    );
    expect(screen.getByText('3 hal perlu diperhatikan')).toBeTruthy();
    const [givenUp, forPersons, keptHere] = screen.getAllByRole('listitem');
    expect(within(givenUp!).getByRole('link').getAttribute('href')).toMatch(
      /kanal\/pesan\?pintu=SMS&alasan=GIVEN_UP$/,
    );
    expect(forPersons!.textContent).toContain('3 pesan masuk menunggu petugas.');
    expect(keptHere!.textContent).toContain('Pesan keluar lewat Surel tidak sampai ke warga');
  });

  it('keeps names of settings folded, and shows no row of a door that never was open', () => {
    const shut = door('WHATSAPP', { isOpen: false, missing: ['WHATSAPP_TOKEN'] });
    renderConsole(<Doors doors={[door('SMS'), shut]} />, words);
    expect(screen.queryByRole('row', { name: /WhatsApp/ })).toBeNull();
    expect(screen.getByText('Tertutup: WhatsApp. Warga belum bisa menulis lewat sana.')).toBeTruthy();
    const fold = screen.getByText('WHATSAPP_TOKEN').closest('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelector('summary')?.textContent).toBe('Untuk pengelola server');
  });

  it('folds all days but the last, and shows no figure that is nothing on all of them', () => {
    renderConsole(<Days days={[20, 19, 18, 17, 16].map((number) => day(number))} />, words);
    const [open, folded] = screen.getAllByRole('table', { hidden: true });
    expect(within(open!).getAllByRole('row')).toHaveLength(1 + 1);
    expect(folded!.closest('details')?.open).toBe(false);
    expect(screen.getByText(/^4 hari sebelumnya, sejak/)).toBeTruthy();
    expect(
      within(open!)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Hari', 'Cara', 'Pesan']);
    expect(screen.getAllByText('pengirim tidak mengabarkan')).toHaveLength(2);
    expect(open!.textContent).not.toContain('MAILBOX');
  });
});
