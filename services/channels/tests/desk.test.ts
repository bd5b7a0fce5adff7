import { describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { anOfficer, BUDI, CALLBACK_SECRET, REPORT, RINA, useDesk, WORDS } from './desk-world.ts';
import { NOW } from './running-channels.ts';

describe('the desk of what doors leave to a person', () => {
  const desk = useDesk();
  const { rest, writes, read, does, waiting, strays, rows, actions, key } = desk;

  describe('is open to operators of the nation in person, and to nobody else', () => {
    const others: Record<string, Viewer> = {
      nobody: PUBLIC_VIEWER,
      'a citizen': { kind: 'citizen', accountId: 'warga', posts: [], reportGrants: [] },
      'an officer of an agency': {
        ...anOfficer,
        accountId: 'dinas',
        posts: [
          { role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' },
          { role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' },
        ],
      },
      'an analyst': {
        ...anOfficer,
        accountId: 'a',
        posts: [{ role: 'ANALYST', organisationId: 'kemenpanrb' }],
      },
      'the Ombudsman': {
        ...anOfficer,
        accountId: 'o',
        posts: [{ role: 'OMBUDSMAN', organisationId: 'ombudsman' }],
      },
      'a key of an operator': { ...RINA, apiKey: { id: 'k', scopes: ['graph:read', 'graph:write'] } },
      'a service': { ...RINA, kind: 'service' },
    };

    it.each(Object.keys(others))('not to %s, on any route', async (name) => {
      const id = await strays();
      const asks = [
        '/counts',
        '/messages',
        `/messages/${id}`,
        '/state',
        '/undelivered',
        '/actions',
        '/templates',
        '/templates/report-received',
      ];
      const writings: [string, object][] = [
        [`/messages/${id}/lease`, {}],
        [`/messages/${id}/give-back`, {}],
        [`/messages/${id}/reveal`, { requestKey: key(), reason: 'perlu menelepon warga' }],
        [`/messages/${id}/answer`, { requestKey: key(), text: 'Halo' }],
        [`/messages/${id}/file`, { requestKey: key(), ...REPORT }],
        [`/messages/${id}/attach`, { requestKey: key(), reportId: 'x', text: 'Halo' }],
        [`/messages/${id}/close`, { requestKey: key(), reason: 'SPAM' }],
        ['/measure', { text: 'a' }],
      ];
      const answers = [
        ...(await Promise.all(asks.map((path) => read(path, others[name])))),
        ...(await Promise.all(writings.map(([path, body]) => does(others[name]!, path, body)))),
      ];
      for (const { statusCode, json } of answers) {
        expect(statusCode).toBe(404);
        expect(json()).toEqual({ code: 'NOT_FOUND', message: 'Not found' });
      }
      expect(await rows()).toMatchObject([{ state: 'WAITING_FOR_PERSON' }]);
      expect(await actions()).toEqual([]);
    });

    it('and writes come from its own pages only', async () => {
      const id = await strays();
      for (const origin of ['https://elsewhere.example', 'null', ''])
        expect(
          (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'SPAM' }, { origin }))
            .statusCode,
        ).toBe(403);
      expect(await waiting()).toHaveLength(1);
    });
  });

  describe('lists what waits', () => {
    it('longest first, by pages, by door and by reason, with a sender that cannot be written to', async () => {
      await writes(WORDS);
      desk.clock.set('2026-11-20T02:50:00.000Z');
      await writes('mohon info pendaftaran', '081200000033');
      await writes('hello from abroad', '+6591234567');
      const all = await waiting();
      expect(all.map(({ text }) => text)).toEqual([WORDS, 'mohon info pendaftaran', 'hello from abroad']);
      expect(all.map(({ sender }) => sender)).toEqual(['+62 812 •••• 0032', '+62 812 •••• 0033', '+6••••67']);
      expect(JSON.stringify(all)).not.toContain('81200000');

      const first = (await read('/messages?first=2')).json();
      expect(first.messages).toHaveLength(2);
      const second = (await read(`/messages?first=2&after=${first.next}`)).json();
      expect(second).toMatchObject({ messages: [{ text: 'hello from abroad' }], next: null });
      expect(await waiting('?reason=FOREIGN_NUMBER')).toMatchObject([{ text: 'hello from abroad' }]);
      expect(await waiting('?door=TELEGRAM')).toEqual([]);
      expect((await read('/counts')).json()).toEqual({
        waiting: 3,
        forgotten: 0,
        oldestAt: NOW,
        byDoor: { SMS: 3 },
        byReason: { NOT_UNDERSTOOD: 2, FOREIGN_NUMBER: 1 },
      });
    });

    it('with what was left to a person from the start, once by its id', async () => {
      const message = { id: 'left-1', from: '+6281200000034', text: 'Baa ko, alun ado kaba?' };
      await desk.channels.leaveToPerson(message);
      await desk.channels.leaveToPerson(message);
      expect(await waiting()).toMatchObject([
        { text: message.text, reason: 'NOT_UNDERSTOOD', sender: '+62 812 •••• 0034' },
      ]);
    });

    it('for ever, and tells whoever runs the platform what nobody looked at for ninety days', async () => {
      await writes(WORDS);
      const health = async () =>
        (await desk.channels.health()).waiting.find(({ name }) => name === 'DESK_OF_DOORS');
      desk.clock.set('2027-02-18T02:39:00.000Z');
      expect(await health()).toMatchObject({ waiting: 1, failed: 0 });
      desk.clock.set('2027-02-18T02:41:00.000Z');
      await rest();
      expect(await health()).toEqual({ name: 'DESK_OF_DOORS', waiting: 1, failed: 1, oldestAt: NOW });
      expect(await waiting()).toMatchObject([{ text: WORDS }]);
    });

    it('also what cannot be read any more, which is closed and nothing else', async () => {
      const id = await strays();
      await desk.running.sql(`update channels.inbound set sealed = '\\x00' where id = $1`, [id]);
      expect(await waiting()).toMatchObject([{ text: null, sender: null }]);
      expect(
        (await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: 'Halo' })).json().code,
      ).toBe('UNREADABLE');
      expect(
        (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'UNREADABLE' })).statusCode,
      ).toBe(200);
    });
  });

  it('shows how doors and deliveries do, with names of settings and never their values', async () => {
    await writes(WORDS);
    const state = (await read('/state')).json();
    expect(state.doors.find(({ channel }: any) => channel === 'SMS')).toEqual({
      channel: 'SMS',
      isOpen: true,
      missing: [],
      lastMessageAt: NOW,
      receivedToday: 1,
      waiting: 0,
      forPersons: 1,
      givenUp: 0,
      refusedToday: 0,
    });
    expect(state.doors.find(({ channel }: any) => channel === 'TELEGRAM')).toMatchObject({
      isOpen: false,
      missing: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
      lastMessageAt: null,
    });
    expect(state.ways).toContainEqual({ way: 'PHONE', isOffered: true, isKeptHere: true });
    expect(state.ways).toContainEqual({ way: 'X', isOffered: false, isKeptHere: false });
    expect(JSON.stringify(state)).not.toContain(CALLBACK_SECRET);
    await desk.running.notify({ template: 'no-such-template' });
    await rest();
    const undelivered = (await read('/undelivered')).json();
    expect(undelivered).toMatchObject({
      deliveries: [{ template: 'no-such-template', state: 'FAILED', reason: 'UNKNOWN_TEMPLATE' }],
      next: null,
    });
    expect(JSON.stringify(undelivered)).not.toContain('@');
  });

  it('shows each template by its ways, and how long it is', async () => {
    const { templates } = (await read('/templates')).json();
    expect(templates).toContainEqual({
      name: 'report-answered',
      ways: ['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X'],
      isChanged: false,
    });
    const { media } = (await read('/templates/report-answered?language=en')).json();
    expect(media.map(({ medium, ways }: any) => [medium, ways.length])).toEqual([
      ['MAIL', 1],
      ['PHONE', 1],
      ['MESSENGER', 3],
    ]);
    expect(media[1].previews).toEqual([
      { subject: null, body: expect.any(String), measure: expect.objectContaining({ alphabet: 'GSM_7' }) },
      { subject: null, body: expect.any(String), measure: expect.objectContaining({ segments: 1 }) },
    ]);
    expect((await read('/templates/report-answered?language=de')).statusCode).toBe(404);
    expect((await read('/templates/no-such')).statusCode).toBe(404);
  });

  it('keeps a log by pages and filters', async () => {
    for (const text of ['satu dua', 'tiga empat', 'lima enam']) {
      const id = await strays(text);
      await does(text === 'lima enam' ? BUDI : RINA, `/messages/${id}/close`, {
        requestKey: key(),
        reason: 'SPAM',
      });
    }
    const first = (await read('/actions?first=2')).json();
    expect(first.actions.map(({ accountId }: any) => accountId)).toEqual(['budi', 'rina']);
    expect((await read(`/actions?first=2&after=${first.next}`)).json()).toMatchObject({
      actions: [{ accountId: 'rina' }],
      next: null,
    });
    expect((await read('/actions?accountId=budi&action=CLOSED&door=SMS')).json().actions).toHaveLength(1);
    expect((await read('/actions?action=ANSWERED')).json().actions).toEqual([]);
    expect((await read('/actions?action=NO_SUCH')).statusCode).toBe(400);
  });
});
