// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import indonesian from '../../locales/id.json';
import { TemplatePane } from './template-pane.tsx';

const BUILT_IN = 'LAPOR! Laporan {nomor} diteruskan. {perintah}';
const measure = { characters: 60, alphabet: 'GSM_7', segments: 1, unusual: [], plain: null };
const preview = (body: string, segments = 1) => ({ subject: null, body, measure: { ...measure, segments } });
const phone = {
  medium: 'PHONE',
  ways: ['PHONE'],
  version: 0,
  isBuiltIn: true,
  changed: null as null | object,
  broken: null,
  wording: { subject: null, body: BUILT_IN },
  builtIn: { subject: null, body: BUILT_IN },
  placeholders: [
    { name: 'nomor', sample: '4821 3097', isRequired: false, isInSubject: false },
    { name: 'perintah', sample: 'Ketik STATUS K1.', isRequired: true, isInSubject: false },
  ],
  required: ['nomor/isi', 'perintah'],
  mostSegments: 3,
  faults: [],
  previews: [preview('LAPOR! Laporan 4821 3097 diteruskan.')],
  builtInSegments: 1,
};
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

describe('the words of a template', () => {
  let template: typeof phone;
  let asked: { path: string; body: any }[];
  let answers: Record<string, () => Response>;
  const onChanged = vi.fn<() => void>();

  beforeEach(() => {
    template = { ...phone };
    asked = [];
    answers = {};
    onChanged.mockReset();
    localStorage.clear();
    sessionStorage.clear();
    vi.stubGlobal('fetch', async (input: unknown, init?: RequestInit) => {
      const path = String(input).replace('/channels/desk/templates/report-routed', '').replace(/\?.*/, '');
      asked.push({ path, body: init?.body ? JSON.parse(String(init.body)) : null });
      return answers[path]?.() ?? json(path === '' ? { media: [template] } : phone);
    });
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
  const open = async () => {
    const { user } = renderConsole(
      <TemplatePane name="report-routed" language="id" only={undefined} onChanged={onChanged} />,
      { words: indonesian, answers: {} },
    );
    await user.click(await screen.findByRole('button', { name: 'Ubah isi' }));
    const body = screen.getByRole('textbox', { name: 'Isi pesan' }) as HTMLTextAreaElement;
    const reason = screen.getByRole('textbox', { name: 'Alasan perubahan' });
    const save = () => user.click(screen.getByRole('button', { name: /^Simpan/ }));
    return { user, body, reason, save };
  };

  it('are changed with a reason, and what was read is named', async () => {
    answers['/wording'] = () => json({ version: 1 });
    const { user, body, reason, save } = await open();
    expect(body.value).toBe(BUILT_IN);
    await save();
    expect(screen.getByText('Tulis alasannya, paling sedikit 10 huruf.')).toBeTruthy();
    expect(document.activeElement).toBe(reason);
    await user.type(reason, 'Lebih mudah dipahami.');
    body.setSelectionRange(0, body.value.length);
    await user.click(screen.getByRole('button', { name: '{nomor}' }));
    expect(body.value).toBe('{nomor}');
    await save();
    await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
    expect(asked.find(({ path }) => path === '/wording')?.body).toMatchObject({
      medium: 'PHONE',
      language: 'id',
      version: 0,
      subject: null,
      body: '{nomor}',
      reason: 'Lebih mudah dipahami.',
      requestKey: expect.any(String),
    });
  });

  it('are looked at while they are written: what is wrong is said, and nothing is sent with it', async () => {
    answers['/preview'] = () =>
      json({
        faults: [{ path: 'body', code: 'MISSING_PLACEHOLDER', detail: 'perintah' }],
        previews: [],
        builtInSegments: 1,
      });
    const { user, body, reason, save } = await open();
    await user.type(body, 'x');
    await screen.findByText(/Harus memuat \{perintah\} \(balasan yang bisa diketik, atau tautan\)/);
    expect(screen.getByText(/Contoh ini belum memuat perubahan terakhir/)).toBeTruthy();
    await user.type(reason, 'Lebih mudah dipahami.');
    await save();
    expect(asked.some(({ path }) => path === '/wording')).toBe(false);
    expect(document.activeElement).toBe(body);
  });

  it('begin anew with the built-in ones, and what was typed is had back', async () => {
    const { user, body } = await open();
    await user.type(body, ' Tulisan saya.');
    const typed = body.value;
    await user.click(screen.getByRole('button', { name: 'Mulai dari bawaan' }));
    expect(body.value).toBe(BUILT_IN);
    await user.click(screen.getByRole('button', { name: 'Kembalikan tulisan saya' }));
    expect(body.value).toBe(typed);
  });

  it('warn where they cost more than the built-in ones', async () => {
    answers['/preview'] = () => json({ faults: [], previews: [preview('panjang', 2)], builtInSegments: 1 });
    await open();
    expect(await screen.findByText(/Lebih panjang dari bawaan: 2 SMS, bukan 1/)).toBeTruthy();
  });

  it('of two who write, the second one sees what the first one did and loses nothing', async () => {
    const { user, body, reason, save } = await open();
    await user.type(body, 'x');
    await user.type(reason, 'Lebih mudah dipahami.');
    answers['/wording'] = () => json({ code: 'CHANGED_MEANWHILE' }, 409);
    template = {
      ...phone,
      version: 4,
      changed: { at: '2026-11-20T02:40:00.000Z', accountId: 'budi', reason: 'Diubah duluan.' },
      wording: { subject: null, body: 'LAPOR! Kabar {nomor}. {perintah}' },
    };
    await save();
    const notice = (await screen.findByText('Petugas lain sudah mengubahnya menjadi versi 4')).closest(
      '.notice',
    ) as HTMLElement;
    expect(within(notice).getByText(/Diubah duluan\./)).toBeTruthy();
    expect(body.value).toBe(`${BUILT_IN}x`);
    answers['/wording'] = () => json({ version: 5 });
    await save();
    await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
    const [first, second] = asked.filter(({ path }) => path === '/wording');
    expect([first!.body.version, second!.body.version]).toEqual([0, 4]);
  });

  it('stay in the form when they are not taken, and when the page goes', async () => {
    answers['/wording'] = () => json({ code: 'NOT_FOUND' }, 404);
    const { user, body, reason, save } = await open();
    await user.type(body, 'x');
    await user.type(reason, 'Lebih mudah dipahami.');
    await save();
    await screen.findByRole('alert');
    expect(body.value).toBe(`${BUILT_IN}x`);
    cleanup();
    const again = await open();
    expect(again.body.value).toBe(`${BUILT_IN}x`);
  });
});
