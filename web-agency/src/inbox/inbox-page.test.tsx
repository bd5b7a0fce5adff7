// @vitest-environment happy-dom
import { renderConsole, tellLive, type Answers } from '@lapor/staff/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { aPage, aReport } from './a-report.testing.ts';
import { InboxPage } from './inbox-page.tsx';
import type { KeptFilter } from './use-inbox-counters.ts';

const counters = { toVerify: 0, new: 3, waitingForUs: 3, waitingForCitizen: 0, overdue: 0, done: 0 };
const rows = [aReport(1), aReport(2), aReport(3)];
const show = (answers: Answers, at = '/kotak/menunggu-kami', kept: readonly KeptFilter[] = []) =>
  renderConsole(<InboxPage counters={counters} kept={kept} />, {
    answers: { Inbox: () => aPage(rows), ...answers },
    words: indonesian,
    at,
    path: '/kotak/:bucket',
  });
const titles = () =>
  screen
    .getAllByRole('link')
    .map((link) => link.textContent)
    .filter((text) => text.startsWith('Jalan'));

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('a box of reports', () => {
  it('asks for what its address narrows, and takes a filter off again', async () => {
    const { asked, user, address } = show({}, '/kotak/menunggu-kami?jenis=aspirasi&tenggat=3&cari=lampu');
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    expect(asked.find(({ name }) => name === 'Inbox')?.variables).toMatchObject({
      bucket: 'WAITING_FOR_US',
      organisationId: 'opd-13-71-dpupr',
      search: 'lampu',
      filter: { kinds: ['ASPIRATION'], dueWithinDays: 3 },
    });
    await user.selectOptions(screen.getByLabelText('Jenis'), 'Semua jenis');
    expect(address()).toBe('/kotak/menunggu-kami?tenggat=3&cari=lampu');
    await user.click(screen.getByRole('button', { name: 'Hapus semua saringan' }));
    expect(address()).toBe('/kotak/menunggu-kami');
  });

  it('of what has ended is not narrowed by a deadline that its address still bears', async () => {
    const { asked } = show({}, '/kotak/selesai?tenggat=belum&umur=0-6&unit=opd-13-71-dpupr');
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    expect(asked.find(({ name }) => name === 'Inbox')?.variables['filter']).toEqual({
      leadWithinId: 'opd-13-71-dpupr',
    });
    expect(screen.getByRole('link', { name: 'Semua terbuka' }).getAttribute('href')).toContain(
      'tenggat=belum',
    );
    expect(screen.getByRole('link', { name: 'Semua' }).getAttribute('href')).not.toContain('tenggat');
  });

  it('asks for a page that could not be loaded once more when somebody wants it, and not by itself', async () => {
    let isBroken = true;
    const { asked, user } = show({
      Inbox: ({ after }) => {
        if (!after) return aPage(rows, 'a');
        return isBroken ? new Error('no line') : aPage([aReport(4)]);
      },
    });
    const further = () => asked.filter(({ variables }) => variables['after'] === 'a').length;
    await screen.findByRole('button', { name: 'Coba lagi' });
    expect(further()).toBe(1);
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Muat lagi' }));
    await screen.findByRole('link', { name: 'Jalan berlubang 4' });
    expect(further()).toBe(2);
  });

  it('is walked, chosen from and passed on by keyboard', async () => {
    const { user } = show({ PreviewBulk: () => ({ previewBulk: [] }) });
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    await user.keyboard('j');
    expect(document.activeElement?.textContent).toBe('Jalan berlubang 1');
    await user.keyboard('xjjxk');
    expect(document.activeElement?.textContent).toBe('Jalan berlubang 2');
    const bar = screen.getByRole('region', { name: 'Laporan terpilih' });
    expect(within(bar).getByText('2 dipilih')).toBeTruthy();
    await user.keyboard('d');
    expect(await screen.findByRole('dialog', { name: 'Disposisikan 2 laporan' })).toBeTruthy();
  });

  it('passes on the report under the cursor where none is chosen, and answers it on its page', async () => {
    const { user, address } = show({ PreviewBulk: () => ({ previewBulk: [] }) });
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    await user.keyboard('jd');
    const dialog = await screen.findByRole('dialog', { name: 'Disposisikan 1 laporan' });
    await user.click(within(dialog).getByRole('button', { name: 'Batal' }));
    await user.keyboard('b');
    expect(address()).toBe('/laporan/10000001#jawab');
  });

  it('answers what is due first where no line was reached yet', async () => {
    const { user, address } = show({});
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    await user.keyboard('b');
    expect(address()).toBe('/laporan/10000001#jawab');
  });

  it('lets somebody who only watches choose nothing', async () => {
    renderConsole(<InboxPage counters={counters} kept={[]} />, {
      answers: { Inbox: () => aPage(rows) },
      words: indonesian,
      at: '/kotak/menunggu-kami',
      path: '/kotak/:bucket',
      roles: ['AGENCY_HEAD'],
    });
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Catat laporan warga' })).toBeNull();
  });

  it('puts what the Ombudsman watches first', async () => {
    show({ Inbox: () => aPage([aReport(1), aReport(2, { oversight: { state: 'OPENED' } })]) });
    await screen.findByText('Diawasi Ombudsman · 1');
    expect(titles()).toEqual(['Jalan berlubang 2', 'Jalan berlubang 1']);
  });

  it('draws of a long list what is on the screen, says how long it is and reads on by itself', async () => {
    // Nothing is laid out here: a line has the height that it is guessed to have.
    Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 48 });
    const many = (from: number) => Array.from({ length: 100 }, (_, index) => aReport(from + index));
    const { asked } = show({
      Inbox: ({ after }) =>
        after === null || after === undefined
          ? aPage(many(0), 'a')
          : aPage(many(Number(after === 'a' ? 100 : 200)), after === 'a' ? 'b' : null),
    });
    await screen.findByRole('link', { name: 'Jalan berlubang 0' });
    await waitFor(() =>
      expect(asked.some(({ name, variables }) => name === 'Inbox' && variables['after'] === 'a')).toBe(true),
    );
    await waitFor(() => expect(titles().length).toBeLessThan(100));
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('4');
  });

  it('says how many came, and shows them when somebody wants to, with what was chosen still chosen', async () => {
    let now = rows;
    const { user } = show({
      Inbox: () => aPage(now),
      InboxNews: () => aPage(now),
    });
    await screen.findByRole('link', { name: 'Jalan berlubang 1' });
    await user.click(screen.getByRole('checkbox', { name: 'Pilih: Jalan berlubang 2' }));
    now = [aReport(9), ...rows, aReport(8)];
    await tellLive('inbox:opd-13-71-dpupr');
    await screen.findByText('2 laporan baru');
    expect(titles()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Tampilkan' }));
    await waitFor(() => expect(titles()).toHaveLength(5));
    expect(screen.getByRole('checkbox', { name: 'Pilih: Jalan berlubang 2', checked: true })).toBeTruthy();
    expect(screen.queryByText('2 laporan baru')).toBeNull();
  });

  it('keeps a filter under a name, and says when the name is taken', async () => {
    const kept: KeptFilter = {
      id: 'f1',
      name: 'Lampu',
      values: {
        bucket: 'NEW',
        search: null,
        states: null,
        kinds: null,
        categoryId: null,
        regionCode: '13.71',
        organisationId: null,
        dueWithinDays: null,
        overdue: null,
        coHandled: null,
        confidential: null,
        leadItself: null,
        ageFromDays: null,
        ageUntilDays: null,
        from: null,
        until: null,
        rated: null,
      },
    };
    const { user, asked } = show(
      { SaveFilter: () => ({ result: { __typename: 'FilterSaved', filter: kept } }) },
      '/kotak/menunggu-kami?jenis=pengaduan',
      [kept],
    );
    await user.click(await screen.findByRole('button', { name: 'Simpan saringan ini' }));
    const dialog = await screen.findByRole('dialog', { name: 'Simpan saringan' });
    await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
    expect(within(dialog).getByLabelText('Nama saringan').getAttribute('aria-invalid')).toBe('true');
    await user.type(within(dialog).getByLabelText('Nama saringan'), 'Lampu');
    expect(within(dialog).getByText('Saringan dengan nama ini akan diganti.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find(({ name }) => name === 'SaveFilter')?.variables).toEqual({
      input: {
        kind: 'INBOX',
        name: 'Lampu',
        values: { bucket: 'WAITING_FOR_US', kinds: ['COMPLAINT'] },
      },
    });
  });

  it('forgets a kept filter where it is shown', async () => {
    const kept: KeptFilter = {
      id: 'f1',
      name: 'Aspirasi',
      values: {
        bucket: 'WAITING_FOR_US',
        search: null,
        states: null,
        kinds: ['ASPIRATION'],
        categoryId: null,
        regionCode: null,
        organisationId: null,
        dueWithinDays: null,
        overdue: null,
        coHandled: null,
        confidential: null,
        leadItself: null,
        ageFromDays: null,
        ageUntilDays: null,
        from: null,
        until: null,
        rated: null,
      },
    };
    const { user, asked } = show(
      { DeleteFilter: () => ({ result: { __typename: 'FilterDeleted', id: 'f1' } }) },
      '/kotak/menunggu-kami?jenis=aspirasi',
      [kept],
    );
    await user.click(await screen.findByRole('button', { name: 'Hapus saringan “Aspirasi”' }));
    await screen.findByText('Saringan dihapus.');
    expect(asked.find(({ name }) => name === 'DeleteFilter')?.variables).toEqual({ input: { id: 'f1' } });
  });

  it('says that it could not be loaded, and tries again', async () => {
    let isBroken = true;
    const { user } = show({ Inbox: () => (isBroken ? new Error('no line') : aPage(rows)) });
    await screen.findByText('Kotak ini belum dapat dimuat');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByRole('link', { name: 'Jalan berlubang 1' })).toBeTruthy();
  });

  it('keeps how dense somebody likes it', async () => {
    const { user, unmount } = show({});
    await user.click(await screen.findByRole('button', { name: 'Baris lebih lega' }));
    unmount();
    show({});
    const toggle = await screen.findByRole('button', { name: 'Baris lebih lega' });
    expect(toggle.getAttribute('aria-pressed')).toBe('true');
  });
});
