// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import indonesian from '../../locales/id.json';
import { MessagesPage } from './messages-page.tsx';

const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';
const message = (id: string, text: string) => ({
  id,
  door: 'SMS',
  reason: 'NOT_UNDERSTOOD',
  reasonDetail: null,
  receivedAt: '2026-11-20T02:40:00.000Z',
  sender: '+62 812 •••• 0032',
  text,
  lease: null as null | { accountId: string; until: string },
  begun: null,
});
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

describe('the desk of messages', () => {
  let waiting: ReturnType<typeof message>[];
  let asked: { method: string; path: string; body: any }[];
  let answers: Record<string, () => Response>;
  const real = globalThis.fetch;

  beforeEach(() => {
    waiting = [message(FIRST, 'got meluap'), message(SECOND, 'kantor buka jam berapa')];
    asked = [];
    answers = {};
    globalThis.fetch = async (input, init) => {
      const path = String(input).replace('/channels/desk', '');
      const method = init?.method ?? 'GET';
      asked.push({ method, path, body: init?.body ? JSON.parse(String(init.body)) : null });
      const own = answers[`${method} ${path}`];
      if (own) return own();
      if (path === '/counts')
        return json({
          waiting: waiting.length,
          forgotten: 0,
          oldestAt: waiting[0]?.receivedAt ?? null,
          byDoor: { SMS: waiting.length },
          byReason: { NOT_UNDERSTOOD: waiting.length },
        });
      if (path.startsWith('/messages?')) return json({ messages: waiting, next: null });
      if (path === '/measure')
        return json({ characters: 4, alphabet: 'GSM_7', segments: 1, unusual: [], plain: null });
      if (path.endsWith('/lease')) return json({ accountId: 'petugas', until: '2026-11-20T02:55:00.000Z' });
      const found = waiting.find(({ id }) => path === `/messages/${id}`);
      if (found)
        return json({
          answers: { way: 'PHONE', longest: 3_000, mostSegments: 6 },
          reports: [],
          isUnproven: false,
          confidence: null,
          isFiling: false,
          othersWaiting: 0,
          files: [],
          ...found,
        });
      return method === 'POST' ? json({}) : json({ code: 'NOT_FOUND' }, 404);
    };
  });
  afterEach(() => {
    cleanup();
    globalThis.fetch = real;
    localStorage.clear();
    sessionStorage.clear();
  });

  const show = (at = '/kanal/pesan') =>
    renderConsole(<MessagesPage />, {
      answers: {
        DeskOfficer: () => ({ officer: { __typename: 'Officer', id: 'sri', name: 'Sri Nuraini' } }),
      },
      words: indonesian,
      at,
      path: '/kanal/pesan/:id?',
      roles: ['NATIONAL_ADMIN'],
    });
  const sent = (end: string) => asked.filter(({ method, path }) => method === 'POST' && path.endsWith(end));

  it('reads by J, answers by keyboard, once, and goes on with the next', async () => {
    const { user, address } = show();
    await screen.findByText('got meluap');
    await user.keyboard('j');
    await screen.findByText('+62 812 •••• 0032');
    expect(address()).toBe(`/kanal/pesan/${FIRST}`);
    await user.keyboard('b');
    const answer = screen.getByRole('textbox', { name: 'Jawaban' });
    await waitFor(() => expect(document.activeElement).toBe(answer));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Tulis isinya.');
    expect(sent('/answer')).toEqual([]);
    await user.type(answer, 'Baik');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(address()).toBe(`/kanal/pesan/${SECOND}`));
    expect(sent('/answer')).toMatchObject([{ path: `/messages/${FIRST}/answer`, body: { text: 'Baik' } }]);
    // What is left is free for colleagues.
    await waitFor(() => expect(sent('/give-back')).toHaveLength(1));
  });

  it('keeps the words when the line breaks, and sends them again under the same key', async () => {
    const { user } = show(`/kanal/pesan/${FIRST}`);
    const answer = await screen.findByRole('textbox', { name: 'Jawaban' });
    answers[`POST /messages/${FIRST}/answer`] = () => {
      throw new TypeError('offline');
    };
    await user.type(answer, 'Baik');
    await user.click(screen.getByRole('button', { name: 'Kirim jawaban' }));
    await screen.findByText('Tulisan Anda tersimpan', { exact: false });
    expect((answer as HTMLTextAreaElement).value).toBe('Baik');
    delete answers[`POST /messages/${FIRST}/answer`];
    await user.click(screen.getByRole('button', { name: 'Kirim jawaban' }));
    await waitFor(() => expect(sent('/answer')).toHaveLength(2));
    expect(new Set(sent('/answer').map(({ body }) => body.requestKey)).size).toBe(1);
  });

  it('does nothing with what a colleague reads, unless it is taken over', async () => {
    waiting[0]!.lease = { accountId: 'sri', until: '2026-11-20T02:55:00.000Z' };
    answers[`POST /messages/${FIRST}/lease`] = () => json({ code: 'HELD_BY_ANOTHER' }, 409);
    const { user } = show(`/kanal/pesan/${FIRST}`);
    await screen.findByText('Sedang dibaca petugas lain');
    expect(screen.queryByRole('tab', { name: 'Jawab' })).toBeNull();
    delete answers[`POST /messages/${FIRST}/lease`];
    await user.click(screen.getByRole('button', { name: 'Ambil alih' }));
    await screen.findByRole('tab', { name: 'Jawab' });
    expect(sent('/lease').at(-1)!.body).toEqual({ takeOver: true });
  });

  it.each([
    ['KEPT', true, true, 'Tidak bisa diubah'],
    ['ASKED', true, false, 'Dicentang karena'],
    [null, false, false, 'Isi laporan hanya dibaca'],
  ] as const)('files in confidence as a message asks: %s', async (confidence, checked, disabled, why) => {
    waiting = [{ ...message(FIRST, 'petugas loket meminta uang terus'), confidence } as never];
    const { user } = show(`/kanal/pesan/${FIRST}`);
    await user.click(await screen.findByRole('tab', { name: 'Jadikan laporan' }));
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Rahasia' });
    expect([box.checked, box.disabled]).toEqual([checked, disabled]);
    await screen.findByText(why, { exact: false });
    await user.click(screen.getByRole('button', { name: 'Jadikan laporan' }));
    await waitFor(() => expect(sent('/file')).toMatchObject([{ body: { isConfidential: checked } }]));
  });

  it('says that nothing waits, that it could not ask, and that it is for others', async () => {
    waiting = [];
    show();
    await screen.findByText('Tidak ada pesan yang menunggu');
    cleanup();
    answers['GET /messages?first=30'] = () => json({ code: 'INTERNAL' }, 500);
    const { user } = show();
    await screen.findByText('Pesan belum bisa dimuat');
    delete answers['GET /messages?first=30'];
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Tidak ada pesan yang menunggu');
    cleanup();
    answers['GET /messages?first=30'] = () => json({ code: 'NOT_FOUND' }, 404);
    show();
    expect(await screen.findByText('Bagian ini untuk admin nasional', { exact: false })).toBeTruthy();
  });
});
